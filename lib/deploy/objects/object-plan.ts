import type { DeployProblem, ObjectVerdict, PlannedObject } from '@/lib/contract/deploy'
import type { Reason } from '@/lib/contract/reason'
import type { ObjectNoteCode } from '@/lib/deploy/codes'
import type { Params } from '@/lib/errors/app-error'
import type { Step } from '@/lib/plan/plan'

/** One object of a plan: what is told of it, and its step if it has one. */
export type ObjectPlan = { planned: PlannedObject; step: Step | null; problems: DeployProblem[] }

export type ObjectNote = Reason & { code: ObjectNoteCode }

type Identity = Pick<PlannedObject, 'kind' | 'key' | 'name'>

export function objectPlan(
  identity: Identity,
  verdict: ObjectVerdict,
  more: { notes?: ObjectNote[]; step?: Step | null; problems?: DeployProblem[] } = {},
): ObjectPlan {
  const { notes = [], step = null, problems = [] } = more
  return { planned: { ...identity, verdict, notes }, step, problems }
}

export function objectNote(code: ObjectNoteCode, params: Params = {}): ObjectNote {
  return { code, params }
}

/** Whether labels are those of the file, apart from ours, which no file has. */
export function sameLabels(live: Record<string, string> | null | undefined, wanted: Record<string, string>): boolean {
  const others = Object.entries(live ?? {}).filter(([key]) => !isOurs(key))
  const own = Object.entries(wanted).filter(([key]) => !isOurs(key))
  const ofFile = new Map(own)
  return others.length === own.length && others.every(([key, value]) => ofFile.get(key) === value)
}

/** What an object's labels become: the file's, with those that Skep has put on it. */
export function labelsAfter(
  live: Record<string, string> | null | undefined,
  wanted: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries([...Object.entries(wanted), ...Object.entries(live ?? {}).filter(([key]) => isOurs(key))])
}

function isOurs(key: string): boolean {
  return key.startsWith('io.skep.')
}
