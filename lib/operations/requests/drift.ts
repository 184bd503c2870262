import 'server-only'
import { driftValues } from '@/lib/deploy/drift/drift'
import { planPutBack } from '@/lib/deploy/drift/plan-put-back'
import { liveServices } from '@/lib/deploy/live-services'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import type { Who } from '@/lib/operations/run'
import { lastRevision, refreshDrift } from '@/lib/operations/stacks/drift'
import type { FieldChange, Plan } from '@/lib/plan/plan'
import { appendAudit } from '@/lib/store/audit'
import { removeLeftBe, writeLeftBe } from '@/lib/store/left-be'
import { transact } from '@/lib/store/store'

/** A field of a service, as a FieldChange has it. */
type FieldOf = { service: string; field: string }

/** Gives one field of a service the value again that the last revision has. */
export function planFieldPutBack(stack: string, { service: name, field }: FieldOf): Plan {
  const snapshot = live().snapshot()
  const service = liveServices(snapshot, stack).get(name)
  const revision = lastRevision(stack)
  const wanted = revision?.baseline?.get(name)
  if (!service) throw new AppError('not_found', { kind: 'service', name })
  if (!revision || !wanted) throw new AppError('not_found', { kind: 'revision', name: stack })
  return planPutBack(snapshot, {
    stack,
    service,
    field,
    wanted: wanted.form,
    title: { code: 'put-back-field', params: { stack, service: name, field } },
    bodies: { revisionId: revision.revisionId, side: 'target', field },
    undoes: null,
  })
}

/** What of one service differs, with the values that are masked. Only for an endpoint that records who asked. */
export function driftedValues(stack: string, service: string): FieldChange[] {
  return driftValues(live().snapshot(), stack, lastRevision(stack)?.baseline ?? null, service)
}

/** Lets a field be as it is, whatever value it has, or takes that back. Nothing is sent to the engine. */
export async function leaveBe(
  stack: string,
  { service, field }: FieldOf,
  { isLeft, user }: { isLeft: boolean; user: Who },
): Promise<void> {
  const { swarmId } = live().snapshot()
  const key = { swarmId, stack, service, field }
  await transact(async (trx) => {
    if (isLeft) await writeLeftBe(trx, key, { value: null, by: user })
    else await removeLeftBe(trx, key)
    const action = isLeft ? 'drift.leave' : 'drift.count'
    await appendAudit(trx, {
      actor: user,
      action,
      object: `service ${service}`,
      swarmId,
      result: 'done',
      detail: { field },
    })
  })
  await refreshDrift()
}
