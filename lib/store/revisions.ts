import 'server-only'
import type { ExpressionBuilder, Selectable } from 'kysely'
import type { RevisionKind, RevisionResult, RevisionRow, RevisionSummary } from '@/lib/contract/deploy'
import { standingResults } from '@/lib/deploy/standing-revision'
import type { Database, RevisionsTable } from './schema'
import { seal, unseal } from './sealed'
import { type Store, store, type Trx } from './store'

export type NewRevision = {
  id: string
  swarmId: string
  stack: string
  kind: RevisionKind
  actor: { id: string; name: string }
  reason: string
  result: RevisionResult
  operationId: string | null
  restores: number | null
  summary: RevisionSummary
  /** JSON of what was deployed, and of the specs that were there before; both are stored sealed. */
  content: string
  specsBefore: string | null
}

const rowColumns = [
  'id',
  'stack',
  'number',
  'kind',
  'createdAt',
  'endedAt',
  'actorName',
  'reason',
  'result',
  'operationId',
  'restores',
  'summary',
] as const

/** Stores a revision as the next one of its stack, through the transaction of what it belongs to. Returns its number. */
export async function insertRevision(trx: Trx, revision: NewRevision): Promise<number> {
  const { id, swarmId, stack, actor, summary, content, specsBefore, result } = revision
  const number = (await lastNumber(trx, swarmId, stack)) + 1
  const now = Date.now()
  const { kind, reason, operationId, restores } = revision
  await trx
    .insertInto('revisions')
    .values({
      ...{ id, swarmId, stack, number, kind, reason, result, operationId, restores },
      actorId: actor.id,
      actorName: actor.name,
      createdAt: now,
      endedAt: isOpen(result) ? null : now,
      summary: JSON.stringify(summary),
      content: seal(content, placeOf(id, 'content')),
      specsBefore: specsBefore === null ? null : seal(specsBefore, placeOf(id, 'specs')),
    })
    .execute()
  return number
}

async function lastNumber(trx: Trx, swarmId: string, stack: string): Promise<number> {
  const last = await newestFirst(trx, swarmId, stack).select('number').limit(1).executeTakeFirst()
  return last?.number ?? 0
}

function newestFirst(db: Store | Trx, swarmId: string, stack: string) {
  return db.selectFrom('revisions').where('swarmId', '=', swarmId).where('stack', '=', stack).orderBy('number', 'desc')
}

function placeOf(id: string, part: 'content' | 'specs'): string {
  return `revision ${id} ${part}`
}

/** What has become of the operation that a revision belongs to. One that may still go on has no end. */
export async function noteRevisionResult(db: Store | Trx, operationId: string, result: RevisionResult): Promise<void> {
  await db
    .updateTable('revisions')
    .set({ result, endedAt: isOpen(result) ? null : Date.now() })
    .where('operationId', '=', operationId)
    .execute()
}

function isOpen(result: RevisionResult): boolean {
  return result === 'running' || result === 'needs_decision'
}

/** The newest first. */
export async function listRevisions(swarmId: string, stack: string, db: Store | Trx = store()): Promise<RevisionRow[]> {
  const rows = await newestFirst(db, swarmId, stack).select(rowColumns).execute()
  return rows.map(revisionRow)
}

/**
 * The newest ones of each stack that came to a good end or are still open, `perStack` of them at the most: what a stack
 * is compared with, and what one could go back to.
 */
export async function listStandingRevisions(swarmId: string, perStack: number): Promise<RevisionRow[]> {
  // Counted by the database: of a stack that is deployed by a pipeline there are thousands, and this is asked for often.
  const counted = store()
    .selectFrom('revisions')
    .select(['id', placeInStack])
    .where('swarmId', '=', swarmId)
    .where('result', 'in', standingResults)
    .as('counted')
  const newest = store().selectFrom(counted).select('id').where('place', '<=', perStack)
  const rows = await store()
    .selectFrom('revisions')
    .select(rowColumns)
    .where('id', 'in', newest)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(revisionRow)
}

const placeInStack = (eb: ExpressionBuilder<Database, 'revisions'>) =>
  eb.fn
    .agg<number>('row_number')
    .over((over) => over.partitionBy('stack').orderBy('number', 'desc'))
    .as('place')

export type FoundRevision = {
  row: RevisionRow
  /** What is sealed is opened only when it is asked for. */
  content: () => string
  specsBefore: () => string | null
}

export async function findRevision(swarmId: string, stack: string, number: number): Promise<FoundRevision | null> {
  const row = await newestFirst(store(), swarmId, stack).selectAll().where('number', '=', number).executeTakeFirst()
  return row ? found(row) : null
}

export async function findNewestRevision(swarmId: string, stack: string): Promise<FoundRevision | null> {
  const row = await newestFirst(store(), swarmId, stack).selectAll().limit(1).executeTakeFirst()
  return row ? found(row) : null
}

/** The newest one that came to a good end or is still open: what the stack is held to be. */
export async function findStandingRevision(
  swarmId: string,
  stack: string,
  db: Store | Trx = store(),
): Promise<FoundRevision | null> {
  const row = await standing(db, swarmId, stack).executeTakeFirst()
  return row ? found(row) : null
}

/** What it would be held to be without this revision and all that came later. */
export async function findStandingBefore(
  swarmId: string,
  { row: { stack, number } }: FoundRevision,
): Promise<FoundRevision | null> {
  const row = await standing(store(), swarmId, stack).where('number', '<', number).executeTakeFirst()
  return row ? found(row) : null
}

function standing(db: Store | Trx, swarmId: string, stack: string) {
  return newestFirst(db, swarmId, stack).selectAll().where('result', 'in', standingResults).limit(1)
}

export async function findRevisionById(id: string): Promise<FoundRevision | null> {
  const row = await store().selectFrom('revisions').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? found(row) : null
}

export async function findRevisionOf(operationId: string): Promise<FoundRevision | null> {
  const row = await store()
    .selectFrom('revisions')
    .selectAll()
    .where('operationId', '=', operationId)
    .executeTakeFirst()
  return row ? found(row) : null
}

function found(row: Selectable<RevisionsTable>): FoundRevision {
  const { id, content, specsBefore } = row
  return {
    row: revisionRow(row),
    content: () => unseal(content, placeOf(id, 'content')).toString('utf8'),
    specsBefore: () => specsBefore && unseal(specsBefore, placeOf(id, 'specs')).toString('utf8'),
  }
}

type RowColumns = Pick<Selectable<RevisionsTable>, (typeof rowColumns)[number]>

function revisionRow(row: RowColumns): RevisionRow {
  const { id, stack, number, kind, createdAt, endedAt, actorName, reason, result, operationId, restores } = row
  const summary: RevisionSummary = JSON.parse(row.summary)
  return { id, stack, number, kind, createdAt, endedAt, actorName, reason, result, operationId, restores, summary }
}
