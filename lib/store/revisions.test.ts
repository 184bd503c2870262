import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RevisionResult } from '@/lib/contract/deploy'
import { newId } from './new-id'
import { findRevision, insertRevision, listRevisions, listStandingRevisions } from './revisions'
import { transact } from './store'
import { temporaryStore } from './testing/temporary-store'

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

const summary = { files: [], variables: [], images: {}, configs: [], secrets: [] }

function add(stack: string, result: RevisionResult = 'recorded'): Promise<number> {
  const revision = {
    ...{ id: newId(), swarmId: 'swarm', stack, kind: 'deploy' as const, actor: { id: 'u', name: 'kim' } },
    ...{ reason: 'why', result, operationId: null, restores: null, summary, content: 'PASSWORD=x', specsBefore: null },
  }
  return transact((trx) => insertRevision(trx, revision))
}

test('revisions of a stack are counted from one, each stack for itself, and the newest comes first', async () => {
  expect([await add('shop'), await add('crm'), await add('shop')]).toEqual([1, 1, 2])
  expect((await listRevisions('swarm', 'shop')).map(({ number }) => number)).toEqual([2, 1])
})

test('what was deployed is sealed: only who asks for it gets it', async () => {
  await add('shop')
  const stored = await database.store.selectFrom('revisions').selectAll().execute()
  expect(stored).toHaveLength(1)
  expect(Buffer.from(stored[0]?.content ?? []).toString('latin1')).not.toContain('PASSWORD')
  expect((await findRevision('swarm', 'shop', 1))?.content()).toBe('PASSWORD=x')
})

test('one that failed is nothing to go back to, and of each stack only the newest count', async () => {
  for (const result of ['converged', 'recorded', 'failed', 'converged'] as const) await add('shop', result)
  await add('crm')
  const found = await listStandingRevisions('swarm', 2)
  expect(found.map(({ stack, number }) => `${stack} ${number}`).toSorted()).toEqual(['crm 1', 'shop 2', 'shop 4'])
})
