import 'server-only'
import type { OperationView } from '@/lib/contract/operations'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { log } from '@/lib/log'
import { sha256 } from '@/lib/plan/digest'
import type { Plan } from '@/lib/plan/plan'
import type { Actor } from '@/lib/store/audit'
import { newId } from '@/lib/store/new-id'
import type { Trx } from '@/lib/store/store'
import { start, stop } from './execute'
import { faultPoint } from './fault-point'
import { findOperationView } from './record/find-view'
import { type RevisionDraft, recordOperation } from './record/record-operation'
import { keepValues } from './record/secret-values'
import { keepTarget, type PlannedTarget } from './stacks/bodies'
import { refreshDrift } from './stacks/drift'
import { specsToKeep } from './stacks/operation-specs'

/** Who wants it. What is kept of him is a copy: it outlives the user. */
export type Who = Actor & { id: string }

/** What a plan does not contain, by the names of the objects that are to be made. */
export type OperationData = {
  contents?: ReadonlyMap<string, Buffer>
  secretValues?: ReadonlyMap<string, Buffer>
  /** The stack file that the plan was made from. */
  revision?: RevisionDraft
  /** Written in the transaction that records the operation. */
  alongside?: (trx: Trx) => Promise<void>
  /** What that file was converted to. */
  target?: PlannedTarget
}

/** Records the plan as an operation and begins to carry it out. Answers at once; how it goes is told by the live topics. */
export async function runOperation(plan: Plan, user: Who, data: OperationData = {}): Promise<OperationView> {
  requireConnection(plan)
  requireData(plan, data)
  faultPoint('before-record')
  const id = newId()
  if (plan.undoes) await stop(plan.undoes)
  try {
    const { contents = new Map(), revision, alongside } = data
    const specsBefore = specsToKeep(plan)
    await recordOperation({ id, plan, actor: user, contents, revision, specsBefore, alongside })
  } catch (error) {
    // It was stopped to make room, and there is no room: it goes on.
    if (plan.undoes) await startAgain(plan.undoes)
    throw error
  }
  faultPoint('after-record')
  if (plan.steps.some(({ action }) => action === 'set-replicas')) await refreshDrift()
  // Nothing may fail once it has begun: whoever is told of a failure overwrites the values that it gave.
  const view = await findOperationView(id)
  keepValues(id, data.secretValues ?? new Map())
  if (data.target) keepTarget(id, data.target)
  start(id)
  return view
}

/** It must not hide why: when this fails, too, the operation's lease runs out and it is taken up again. */
async function startAgain(id: string): Promise<void> {
  try {
    const { state } = await findOperationView(id)
    if (state === 'planned' || state === 'running') start(id)
  } catch (error) {
    log().warn({ err: error, operationId: id }, 'an operation waits to be taken up again')
  }
}

/** Nothing is queued for an engine that is away, and nothing planned for one swarm is done to another. */
function requireConnection(plan: Plan): void {
  if (plan.swarmId === '') return
  const { connection, problem, swarmId } = live().swarm()
  if (connection !== 'live') throw new AppError(problem?.code ?? 'engine_unreachable', problem?.params)
  if (swarmId !== plan.swarmId) throw new AppError('plan_changed', { was: plan.swarmId, now: swarmId })
}

/** A mistake of ours, found before anything is changed: bytes that are missing, or not those that were approved. */
function requireData(plan: Plan, { contents, secretValues, revision }: OperationData): void {
  // The bodies of its steps are checked by their digests before each is sent.
  if (plan.bodies) {
    if (plan.bodies.side === 'target' && plan.bodies.revisionId === null && !revision) throw new AppError('unexpected')
    return
  }
  for (const step of plan.steps) {
    if (step.action === 'create-secret' && !step.source && !secretValues?.has(step.name))
      throw new AppError('unexpected')
    if (step.action !== 'create-config') continue
    const content = contents?.get(step.name)
    if (!content || sha256(content) !== step.contentSha256) throw new AppError('unexpected')
  }
}
