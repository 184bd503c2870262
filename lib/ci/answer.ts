import 'server-only'
import type { PlannedDeploy } from '@/lib/contract/deploy'
import type { DeploymentAnswer, DeploymentOutcome } from '@/lib/contract/deployment'
import type { OperationView } from '@/lib/contract/operations'
import { page } from '@/lib/paths/page'
import { planDigest } from '@/lib/plan/digest'
import type { Plan } from '@/lib/plan/plan'
import { planToText } from '@/lib/plan/plan-to-text'
import { findOperation } from '@/lib/store/operations'
import { findRevisionOf } from '@/lib/store/revisions'
import { problemText } from './english'
import { findingsOf } from './findings'
import { deployedServices, outcomeOf, plannedServices } from './outcome'
import type { End } from './when-over'

type Where = { stack: string; origin: string }

/** Nothing was begun. */
export function answerWithoutOperation(
  { stack }: Where,
  planned: PlannedDeploy,
  outcome: DeploymentOutcome,
): DeploymentAnswer {
  return {
    outcome,
    stack,
    services: outcome === 'refused' ? [] : plannedServices(planned.services),
    operation: null,
    revision: null,
    plan: outcome === 'refused' ? '' : planToText(planned.plan),
    planDigest: planned.digest,
    findings: findingsOf(planned),
    problem: null,
  }
}

type Known = {
  /** Null while it goes on. */
  end: End | null
  operation: OperationView
  wasAwaited: boolean
  /** What it was planned as, where that is known. */
  planned?: PlannedDeploy
}

/** What has become of an operation so far. */
export async function answerAbout({ stack, origin }: Where, known: Known): Promise<DeploymentAnswer> {
  const { end, wasAwaited, planned } = known
  const operation = end?.operation ?? known.operation
  const stored = await findOperation(operation.id)
  const plan: Plan | null = stored ? JSON.parse(stored.operation.plan) : null
  const isBack = end?.wayBack?.state === 'converged'
  return {
    outcome: isBack ? 'rolled_back' : outcomeOf(operation, wasAwaited),
    stack,
    services: deployedServices(operation, planned?.services),
    operation: { id: operation.id, url: origin + page.operation(operation.id) },
    revision: (await findRevisionOf(operation.id))?.row.number ?? null,
    plan: plan ? planToText(plan) : '',
    planDigest: plan ? planDigest(plan) : '',
    findings: planned ? findingsOf(planned) : [],
    problem: operation.problem && { code: operation.problem.code, text: problemText(operation.problem) },
  }
}
