import type { PlannedDeploy } from '@/lib/contract/deploy'
import { absentFiles } from './deploy-request'
import { type Draft, isBlank } from './draft'
import { openVariables } from './open-variables'
import { isStackName } from './stack-name'

/** Why a draft cannot be deployed, by what a person would do first. */
export type Blocked = {
  code: 'blank' | 'name' | 'errors' | 'variables' | 'wanted' | 'problems' | 'absent' | 'planning' | 'nothing'
  count: number
}

type Planned = { answer: PlannedDeploy | null; digest: string | null }

/** Null where the plan that is shown can be applied. */
export function blockedBy(draft: Draft, { answer, digest }: Planned): Blocked | null {
  const because = (code: Blocked['code'], count = 0): Blocked => ({ code, count })
  if (isBlank(draft)) return because('blank')
  if (!isStackName(draft.stack)) return because('name')
  if (!answer) return because('planning')
  const errors = answer.findings.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return because('errors', errors)
  const open = openVariables(draft, answer.variables).length
  if (open > 0) return because('variables', open)
  if (answer.problems.length > 0) return because('problems', answer.problems.length)
  const absent = absentFiles(draft, answer.objects).length
  if (absent > 0) return because('absent', absent)
  if (answer.wantedFiles.length > 0) return because('wanted', answer.wantedFiles.length)
  if (!digest) return because('planning')
  return answer.plan.steps.length === 0 ? because('nothing') : null
}
