import { isUpdateStep, type Plan, type Step } from '@/lib/plan/plan'

/** Steps that are carried out side by side, by their indexes. The next phase begins when all of them are settled. */
export type Phase = {
  steps: number[]
  /** How many of them may be at it at the same time. */
  atOnce: number
  /** Whether the next one has to wait until a change has become true, or only until it is sent. */
  isWatchedInTurn: boolean
}

/** Enough for a stack's objects to be sent together: each round of fewer waits for the disk twice. The engine takes one in a millisecond. */
const writesAtOnce = 48

type Kind = 'object' | 'service' | 'service removal' | 'object removal' | 'field' | 'alone'

/**
 * A deployment makes its objects, then sends all services, then takes away what is left over; within each of these
 * nothing waits for anything. A rotation goes over its services one by one, or after the first, which is always alone,
 * over as many at once as its plan says.
 */
export function phasesOf({ steps, rollout }: Pick<Plan, 'steps' | 'rollout'>): Phase[] {
  const phases: Phase[] = []
  const first = steps.findIndex(isUpdateStep)
  for (const [index, step] of steps.entries()) {
    const current = phases.at(-1)
    const before = steps[index - 1]
    const kind = kindOf(step)
    const isLikeBefore =
      before !== undefined && kind !== 'alone' && kind === kindOf(before) && index - 1 !== firstField(kind, first)
    if (current && isLikeBefore) current.steps.push(index)
    else phases.push(phaseOf(kind, index, rollout?.atOnce ?? 1))
  }
  return phases
}

function firstField(kind: Kind, first: number): number {
  return kind === 'field' ? first : -1
}

function phaseOf(kind: Kind, index: number, fieldsAtOnce: number): Phase {
  return kind === 'field'
    ? { steps: [index], atOnce: fieldsAtOnce, isWatchedInTurn: true }
    : { steps: [index], atOnce: writesAtOnce, isWatchedInTurn: false }
}

function kindOf({ action }: Step): Kind {
  switch (action) {
    case 'create-network':
    case 'create-config':
    case 'create-secret':
    case 'relabel-object':
      return 'object'
    case 'create-service':
    case 'replace-spec':
      return 'service'
    case 'remove-service':
      return 'service removal'
    case 'remove-object':
    case 'remove-network':
      return 'object removal'
    case 'set-replicas':
    case 'replace-reference':
    case 'move-reference':
    case 'move-variable':
      return 'field'
    default:
      return 'alone'
  }
}
