import type { PlannedService, ServiceVerdict } from '@/lib/contract/deploy'
import type { DeployedService, DeployedServiceState, DeploymentOutcome } from '@/lib/contract/deployment'
import type { OperationState, OperationView, ProblemView, StepView } from '@/lib/contract/operations'
import type { Step } from '@/lib/plan/plan'
import { problemText } from './english'

export function isOver(state: OperationState): boolean {
  return state !== 'planned' && state !== 'running'
}

/** What became of an operation. `wasAwaited`: somebody waited for its end, and it has not come. */
export function outcomeOf({ state, problem }: OperationView, wasAwaited: boolean): DeploymentOutcome {
  if (state === 'planned' || state === 'running') return wasAwaited ? 'timed_out' : 'running'
  if (state !== 'needs_decision') return state
  return problem?.code === 'update_paused' ? 'paused' : 'needs_decision'
}

/** Services of a plan that nobody has applied. */
export function plannedServices(services: readonly PlannedService[]): DeployedService[] {
  return services.map(({ name, verdict }) => ({
    name,
    verdict,
    state: isUntouched(verdict) ? 'unchanged' : 'planned',
    running: null,
    desired: null,
    reason: null,
  }))
}

/** Services of an operation, and those that its plan leaves as they are, where that plan is known. */
export function deployedServices(
  { steps }: Pick<OperationView, 'steps'>,
  planned: readonly PlannedService[] = [],
): DeployedService[] {
  const touched = new Map(steps.flatMap((view) => serviceOf(view) ?? []).map((service) => [service.name, service]))
  const untouched = plannedServices(planned).filter(({ name }) => !touched.has(name))
  const verdicts = new Map(planned.map(({ name, verdict }) => [name, verdict]))
  const all = [...touched.values()].map((service) => ({
    ...service,
    verdict: verdicts.get(service.name) ?? service.verdict,
  }))
  return [...all, ...untouched].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function isUntouched(verdict: ServiceVerdict): boolean {
  return verdict === 'unchanged' || verdict === 'leave'
}

const stateOf: Record<StepView['state'], DeployedServiceState> = {
  pending: 'pending',
  sent: 'running',
  unknown: 'running',
  converged: 'converged',
  failed: 'failed',
  undone: 'undone',
}

function serviceOf({ step, state, progress, problem }: StepView): DeployedService | null {
  const verdict = verdictOf(step)
  if (verdict === null || !('serviceName' in step)) return null
  return {
    name: step.serviceName,
    verdict,
    state: stateOf[state],
    running: progress?.onNew ?? null,
    desired: progress?.desired ?? null,
    reason: problem && reasonOf(problem, progress?.lastError ?? null),
  }
}

function verdictOf(step: Step): ServiceVerdict | null {
  if (step.action === 'create-service') return 'create'
  if (step.action === 'remove-service') return 'remove'
  if (!('effect' in step)) return null
  return step.effect.kind === 'restart' ? 'restart' : 'update'
}

/** The task's own words, where the problem does not have them already. */
function reasonOf(problem: ProblemView, lastError: string | null): DeployedService['reason'] {
  const text = problemText(problem)
  return { code: problem.code, text: lastError && !text.includes(lastError) ? `${text}: ${lastError}` : text }
}
