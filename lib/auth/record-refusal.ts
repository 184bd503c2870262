import 'server-only'
import type { Action, ObjectRef } from '@/lib/contract/actions'
import { log } from '@/lib/log'
import { appendAudit } from '@/lib/store/audit'
import { transact } from '@/lib/store/store'
import type { SignedInUser } from './user'

/** Notes that somebody tried what he may not. The refusal stands whether or not it can be written down. */
export async function recordRefusal(user: SignedInUser, action: Action, ref: ObjectRef): Promise<void> {
  const object = [ref.kind, ref.name].filter(Boolean).join(' ')
  try {
    await transact((trx) => appendAudit(trx, { actor: user, action, object, result: 'refused' }))
  } catch (error) {
    log().error({ err: error, action, object, userId: user.id }, 'a refused attempt could not be recorded')
  }
}
