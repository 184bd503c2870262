import { listVariables } from '@/lib/compose/interpolate/list-variables'
import type { DeployPlanRequest, StackVariable } from '@/lib/contract/deploy'
import { parsedRoots } from './parsed-roots'

/** The variables that the files name, and whether each is given. */
export function listGivenVariables({
  files,
  composeFiles,
  variables,
}: Pick<DeployPlanRequest, 'files' | 'composeFiles' | 'variables'>): StackVariable[] {
  return listVariables(parsedRoots(files, composeFiles)).map((variable) => ({
    ...variable,
    isSet: Object.hasOwn(variables, variable.name),
  }))
}
