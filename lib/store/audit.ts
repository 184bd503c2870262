import 'server-only'
import { type Selectable, sql } from 'kysely'
import type { AuditRow } from '@/lib/contract/session'
import { canonicalJson, sha256 } from '@/lib/plan/digest'
import type { AuditTable } from './schema'
import { store, type Trx } from './store'

export type Actor = { id: string | null; name: string; sessionId?: string | null; address?: string | null }

export type AuditEntry = {
  actor: Actor
  action: string
  /** The kind and name of what it was done to: `service shop_api`. */
  object: string
  result: AuditRow['result']
  /** Null for what concerns no swarm, such as users. */
  swarmId?: string | null
  operationId?: string | null
  /** Before and after, by name. Never a secret's value, a password or an environment value. */
  detail?: Record<string, unknown>
}

/** What the first row's hash is chained to. */
export const beforeTheFirst = '0'.repeat(64)

/**
 * Adds a row to the audit log, through the transaction of the change that it tells about: either both are kept or neither.
 * Each row's hash covers the row and the hash before it, so a changed or missing row breaks the chain from there on.
 */
export async function appendAudit(trx: Trx, entry: AuditEntry): Promise<void> {
  const last = await trx
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: Date.now(),
    swarmId: entry.swarmId ?? null,
    actorId: entry.actor.id,
    actorName: entry.actor.name,
    sessionId: entry.actor.sessionId ?? null,
    address: entry.actor.address ?? null,
    action: entry.action,
    object: entry.object,
    result: entry.result,
    operationId: entry.operationId ?? null,
    detail: canonicalJson(entry.detail ?? {}),
    previousHash: last?.hash ?? beforeTheFirst,
  }
  await trx
    .insertInto('audit')
    .values({ ...row, hash: hashOf(row) })
    .execute()
}

export function hashOf(row: Omit<Selectable<AuditTable>, 'hash'>): string {
  return sha256(canonicalJson(row))
}

export type AuditFilter = {
  limit: number
  /** Only rows older than this one. */
  before?: number
  /** Anywhere in the actor's name, the action or the object, in any case. */
  text?: string
  result?: AuditRow['result']
}

const shown = ['sequence', 'at', 'actorId', 'actorName', 'action', 'object', 'result', 'operationId', 'detail'] as const

/** Newest first. */
export async function listAudit({ limit, before, text, result }: AuditFilter): Promise<AuditRow[]> {
  let query = store().selectFrom('audit').select(shown).orderBy('sequence', 'desc').limit(limit)
  if (before !== undefined) query = query.where('sequence', '<', before)
  if (result) query = query.where('result', '=', result)
  if (text) {
    const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or(
        (['actorName', 'action', 'object'] as const).map(
          (column) => sql<boolean>`lower(${eb.ref(column)}) like ${pattern} escape '\\'`,
        ),
      ),
    )
  }
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }))
}
