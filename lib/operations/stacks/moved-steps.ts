import type { StepView } from '@/lib/contract/operations'
import { sidesOf } from '@/lib/plan/intent'
import type { Step } from '@/lib/plan/plan'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { referencesOf } from '@/lib/swarm/spec/references'

/**
 * The steps of an operation that have moved what their service refers to: those that went well, and those that were stopped,
 * or failed without a way back, and whose service names the new version all the same.
 */
export function movedSteps(steps: readonly Pick<StepView, 'step' | 'state'>[], snapshot: Snapshot): Step[] {
  return steps.flatMap(({ step, state }) => (state === 'converged' || hasMoved(step, state, snapshot) ? [step] : []))
}

function hasMoved(step: Step, state: StepView['state'], snapshot: Snapshot): boolean {
  if (step.action !== 'replace-reference' || state === 'pending') return false
  const service = snapshot.service.get(step.serviceId)
  if (!service) return false
  const { from, to } = sidesOf(step)
  const names = new Set(referencesOf(to.kind, service.Spec.TaskTemplate).map(({ name }) => name))
  return names.has(to.name) && !names.has(from.name)
}
