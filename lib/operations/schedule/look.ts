import 'server-only'
import { schedulerId } from '@/lib/contract/operations'
import { type AppError, isAppError } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/codes'
import { live } from '@/lib/live/live'
import { cleanUp } from '@/lib/operations/requests/clean-up'
import { rotationByPolicy } from '@/lib/operations/requests/one-click'
import { type OperationData, runOperation, type Who } from '@/lib/operations/run'
import type { Plan } from '@/lib/plan/plan'
import { type Turn, turnsAt } from '@/lib/rotation/turns'
import { generateSecret } from '@/lib/rotation/value/generate-secret'
import { appendAudit } from '@/lib/store/audit'
import { listOpen } from '@/lib/store/operations'
import { listPolicies, listTurnsAfter, type PolicyKey, takeTurn } from '@/lib/store/policies'
import { store, type Trx, transact } from '@/lib/store/store'
import type { Secret } from '@/lib/swarm/engine-types'
import { supplyLostValues } from './lost-values'

const scheduler: Who = { id: schedulerId, name: 'schedule' }

/** A family has its turn once a day, also when the rotation failed; an hour may begin a little earlier the next day. */
const turnMs = 20 * 3_600_000

/** Somebody else had the turn: another process of Skep, which looked at the same time. */
class TurnTaken extends Error {
  override readonly name = 'TurnTaken'
}

/** Does the next thing that a policy wants done at this hour, unless the last one is still under way. */
export async function lookAtSchedule(now: number): Promise<void> {
  if (live().swarm().connection !== 'live') return
  const { swarmId } = live().snapshot()
  const open = (await listOpen(store(), swarmId)).filter(({ actorId }) => actorId === scheduler.id)
  await supplyLostValues(open, scheduler)
  if (open.some(({ state }) => state !== 'needs_decision')) return
  const hadTurn = await listTurnsAfter(swarmId, now - turnMs)
  const isOver = ({ policy }: Turn) => hadTurn.some((it) => it.kind === policy.kind && it.family === policy.family)
  for (const turn of turnsAt(live().snapshot(), await listPolicies(swarmId), now)) {
    if (!isOver(turn) && (await begin(turn, now))) return
  }
}

/** Whether something has begun. A family without anything to do keeps its turn. */
async function begin(turn: Turn, now: number): Promise<boolean> {
  const { kind, family } = turn.policy
  const key: PolicyKey = { swarmId: live().snapshot().swarmId, kind, family }
  const alongside = async (trx: Trx) => {
    if (!(await takeTurn(trx, key, { now, notAfter: now - turnMs }))) throw new TurnTaken()
  }
  let data: OperationData = {}
  try {
    const wanted = await wantedBy(turn)
    if (!wanted) return false
    data = { ...wanted.data, alongside }
    await runOperation(wanted.plan, scheduler, data)
    return true
  } catch (error) {
    for (const value of data.secretValues?.values() ?? []) value.fill(0)
    if (error instanceof TurnTaken) return false
    if (!isAppError(error)) throw error
    if (!passing.has(error.code)) await recordFailure(turn, error, { key, alongside })
    return false
  }
}

/** Worth another look within the hour: the engine is away, or somebody else is at it. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'locked',
  'plan_changed',
  'engine_unreachable',
  'engine_silent',
  'no_quorum',
  'cannot_record',
])

async function wantedBy({ policy, rotates }: Turn): Promise<{ plan: Plan; data: OperationData } | null> {
  if (rotates && policy.recipe) return rotation(rotates, generateSecret(policy.recipe))
  const { kind, family, rollout } = policy
  if (rollout.keepVersions === null) return null
  const { plan } = await cleanUp({ kinds: [kind], families: [family], keep: rollout.keepVersions })
  return plan.steps.length > 0 ? { plan, data: {} } : null
}

/** Nobody is there to be asked: what fails is taken back. */
async function rotation(secret: Secret, value: string): Promise<{ plan: Plan; data: OperationData }> {
  const { plan } = await rotationByPolicy(secret.Spec.Name, { onFailure: 'undo' })
  const successor = String(plan.title.params.successor)
  return { plan, data: { secretValues: new Map([[successor, Buffer.from(value)]]) } }
}

type Failed = { key: PolicyKey; alongside: (trx: Trx) => Promise<void> }

/** What could not even begin is in the activity, and not tried again before tomorrow. */
async function recordFailure({ policy }: Turn, { code, params }: AppError, { key, alongside }: Failed): Promise<void> {
  try {
    await transact(async (trx) => {
      await alongside(trx)
      await appendAudit(trx, {
        actor: scheduler,
        action: 'secret.rotate',
        object: `${policy.kind} ${policy.family}`,
        result: 'failed',
        swarmId: key.swarmId,
        detail: { problem: { code, params } },
      })
    })
  } catch (error) {
    if (!(error instanceof TurnTaken)) throw error
  }
}
