import 'server-only'
import type { DeployPlanRequest, PlannedDeploy } from '@/lib/contract/deploy'
import type { DeploymentAnswer } from '@/lib/contract/deployment'
import type { OperationView } from '@/lib/contract/operations'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { findOperationView } from '@/lib/operations/record/find-view'
import { deploy, planDeployment } from '@/lib/operations/requests/deploy'
import type { Who } from '@/lib/operations/run'
import { answerAbout, answerWithoutOperation } from './answer'
import { withFittingNames } from './fit-names'
import { orNull } from './or-null'
import { untilQuiet } from './until-quiet'
import { settle, whenOver } from './when-over'

export type Wish = DeployPlanRequest & {
  reason: string
  plan?: 'only'
  expectPlan?: string
  wait: boolean
  /** Seconds. */
  timeout: number
}

export type Caller = {
  user: Who
  /** Where Skep is to be found, for links. */
  origin: string
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal
}

/** The swarm moves: what was planned a moment ago may be another plan when it is to be applied. */
const mostAttempts = 3

/** Plans, deploys and waits, all with one request: for pipelines, which nobody watches. The answer is the truth. */
export async function deployByProgram(stack: string, wish: Wish, caller: Caller): Promise<DeploymentAnswer> {
  const where = { stack, origin: caller.origin }
  const until = Date.now() + wish.timeout * 1000
  await untilQuiet(stack, until, caller.signal)
  const { request, planned } = await planFiles(stack, wish)
  if (planned.problems.length > 0 || planned.wantedFiles.length > 0) {
    return answerWithoutOperation(where, planned, 'refused')
  }
  requireExpected(planned, wish.expectPlan)
  const isUnchanged = planned.plan.steps.length === 0
  if (wish.plan === 'only') return answerWithoutOperation(where, planned, isUnchanged ? 'unchanged' : 'planned')

  const begun = await begin(stack, { ...wish, ...request }, { planned, until, caller })
  if (!begun.operation) return answerWithoutOperation(where, begun.planned, 'unchanged')
  const { operation } = begun
  const end = wish.wait ? await orNull(settle(operation.id), until, caller.signal) : null
  const current = end ? operation : await findOperationView(operation.id)
  return answerAbout(where, { end, operation: current, wasAwaited: wish.wait, planned: begun.planned })
}

/** What has become of a deployment that was begun by another request. */
export async function askAfter(
  stack: string,
  { operation: id, timeout }: { operation: string; timeout: number },
  { origin, signal }: Omit<Caller, 'user'>,
): Promise<DeploymentAnswer> {
  const operation = await findOperationView(id)
  if (operation.title.params.stack !== stack) throw new AppError('not_found', { kind: 'operation', name: id })
  const end = await orNull(settle(id), Date.now() + timeout * 1000, signal)
  const current = end ? operation : await findOperationView(id)
  return answerAbout({ stack, origin }, { end, operation: current, wasAwaited: timeout > 0 })
}

async function planFiles(stack: string, wish: Wish): Promise<{ request: DeployPlanRequest; planned: PlannedDeploy }> {
  const { files, composeFiles, variables, sensitiveVariables, options } = wish
  const sent: DeployPlanRequest = { files, composeFiles, variables, sensitiveVariables, options }
  const planned = await planDeployment(stack, sent)
  const request = withFittingNames(sent, planned)
  return request ? { request, planned: await planDeployment(stack, request) } : { request: sent, planned }
}

function requireExpected({ digest }: PlannedDeploy, expected: string | undefined): void {
  if (expected !== undefined && expected !== digest) throw new AppError('plan_changed', { digest })
}

type Beginning = { planned: PlannedDeploy; until: number; caller: Caller }
type Begun = { operation: OperationView | null; planned: PlannedDeploy }

/**
 * Begins the operation. A deployment of the same stack that is under way is waited for, and then this one is planned
 * again; one that waits for a person is not.
 */
async function begin(stack: string, wish: Wish, { planned, until, caller }: Beginning, attempt = 1): Promise<Begun> {
  const { reason, expectPlan, plan: _plan, wait: _wait, timeout: _timeout, ...request } = wish
  try {
    return { operation: await deploy(stack, { ...request, reason, planDigest: planned.digest }, caller.user), planned }
  } catch (error) {
    if (!isAppError(error)) throw error
    if (error.code === 'nothing_to_do') return { operation: null, planned }
    const isMoved = error.code === 'plan_changed' && expectPlan === undefined && attempt < mostAttempts
    if (!isMoved && !(error.code === 'locked' && (await isFree(error, until, caller.signal)))) throw error
    const again = await planDeployment(stack, request)
    requireExpected(again, expectPlan)
    return begin(stack, wish, { planned: again, until, caller }, isMoved ? attempt + 1 : attempt)
  }
}

/** Whether the operation that was in the way has ended in time. */
async function isFree({ params }: AppError, until: number, signal: AbortSignal): Promise<boolean> {
  const over = typeof params.operation === 'string' ? await orNull(whenOver(params.operation), until, signal) : null
  return over !== null && over.state !== 'needs_decision'
}
