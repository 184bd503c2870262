import type { Path } from '@/lib/compose/convert/locate'
import { lineAndColumn } from '@/lib/compose/place'
import type { DeployProblem, DeployRemedy } from '@/lib/contract/deploy'
import type { Params } from '@/lib/errors/app-error'
import { stackOf } from '@/lib/swarm/snapshot'
import type { ProblemCode } from './codes'
import type { DeployContext } from './deploy-context'

type About = {
  kind: DeployProblem['kind']
  name: string
  /** What it is about in the files; where that is not written, the nearest that is. */
  path: Path
  params?: Params
  remedies?: DeployRemedy[]
}

/** The stack that an object in the way belongs to, as sentences need it. */
export function ownerParams(labels: Record<string, string> | null | undefined): { stack: string; hasStack: boolean } {
  const stack = stackOf(labels)
  return { stack: stack ?? '', hasStack: stack !== null }
}

export function problem(
  { locate }: DeployContext,
  code: ProblemCode,
  { kind, name, path, params = {}, remedies = [] }: About,
): DeployProblem {
  const { source, start } = locate(path)
  return { code, params: { name, ...params }, kind, name, file: source.name, ...lineAndColumn(source, start), remedies }
}
