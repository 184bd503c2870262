import type { Step } from '@/lib/plan/plan'

/** Steps that are carried out side by side, by their indexes. The next phase begins when all of them are settled. */
export type Phase = number[]

type Kind = 'object' | 'service' | 'service removal' | 'object removal' | 'alone'

/**
 * A deployment makes its objects, then sends all services, then takes away what is left over; within each of these
 * nothing waits for anything. A rotation goes over its services one by one.
 */
export function phasesOf(steps: readonly Step[]): Phase[] {
  const phases: Phase[] = []
  for (const [index, step] of steps.entries()) {
    const current = phases.at(-1)
    const before = steps[index - 1]
    const isLikeBefore = before !== undefined && kindOf(step) !== 'alone' && kindOf(step) === kindOf(before)
    if (current && isLikeBefore) current.push(index)
    else phases.push([index])
  }
  return phases
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
    default:
      return 'alone'
  }
}
