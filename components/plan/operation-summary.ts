import type { OperationState, OperationView, StepView } from '@/lib/contract/operations'
import { isServiceChange, type ServiceChangeStep } from '@/lib/plan/plan'

type Current = {
  serviceName: string
  /** The version that its tasks move to; null where only their number changes. */
  version: string | null
  onNew: number
  desired: number
}

export type OperationSummary = {
  services: number
  servicesDone: number
  /** The service that is being changed, or that stopped the operation. */
  current: Current | null
}

/** Whether nobody can decide about it any more. */
export function hasEnded(state: OperationState): boolean {
  return state === 'converged' || state === 'rolled_back' || state === 'failed'
}

/** How far an operation has come, counted by services and, of the present one, by tasks. */
export function summarizeOperation({ steps }: Pick<OperationView, 'steps'>): OperationSummary {
  const updates = steps.flatMap((view) => {
    const { step } = view
    return isServiceChange(step) ? [{ view, step }] : []
  })
  const current = updates.find(({ view }) => view.state !== 'pending' && view.state !== 'converged') ?? null
  return {
    services: updates.length,
    servicesDone: updates.filter(({ view }) => view.state === 'converged').length,
    current: current && progressOf(current.view, current.step),
  }
}

function progressOf({ progress }: StepView, step: ServiceChangeStep): Current | null {
  if (!progress) return null
  const version = step.action === 'replace-reference' ? step.to.name : null
  return { serviceName: step.serviceName, version, onNew: progress.onNew, desired: progress.desired }
}
