import 'server-only'
import type { Action, ObjectRef } from '@/lib/contract/actions'
import { live } from '@/lib/live/live'
import { type Actor, appendAudit } from '@/lib/store/audit'
import { transact } from '@/lib/store/store'

/** Notes that somebody looked at what is not shown by itself. What cannot be recorded is not shown. */
export async function recordLook(actor: Actor, action: Action, ref: ObjectRef): Promise<void> {
  const { swarmId } = live().stamp()
  const object = [ref.kind, ref.name].filter(Boolean).join(' ')
  await transact((trx) => appendAudit(trx, { actor, action, object, swarmId, result: 'done' }))
}
