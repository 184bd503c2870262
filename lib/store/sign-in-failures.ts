import 'server-only'
import type { Selectable } from 'kysely'
import type { SignInFailuresTable } from './schema'
import { store, type Trx } from './store'

export type SignInFailures = Selectable<SignInFailuresTable>

export function readFailures(trx: Trx, subject: string): Promise<SignInFailures | undefined> {
  return trx.selectFrom('signInFailures').selectAll().where('subject', '=', subject).executeTakeFirst()
}

export async function writeFailures(trx: Trx, row: SignInFailures): Promise<void> {
  const { subject: _, ...change } = row
  await trx
    .insertInto('signInFailures')
    .values(row)
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(change))
    .execute()
}

/** Of these subjects, and all that nobody touched since. */
export async function forgetFailures(subjects: string[], untouchedSince: number): Promise<void> {
  await store()
    .deleteFrom('signInFailures')
    .where((eb) => eb.or([eb('subject', 'in', subjects), eb('updatedAt', '<', untouchedSince)]))
    .execute()
}
