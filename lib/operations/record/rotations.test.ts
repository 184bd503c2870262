import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OperationState } from '@/lib/contract/operations'
import type { PlanTitle } from '@/lib/plan/plan'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { loadRotations, noteRotation, rotations } from './rotations'

let swarmId = 'swarm-1'
vi.mock('@/lib/live/live', () => ({ live: () => ({ stamp: () => ({ swarmId }) }) }))

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

const title = (code: PlanTitle['code'], successor: string) =>
  JSON.stringify({ code, params: { name: 'key', successor } } satisfies PlanTitle)

type Stored = { id: string; title: string; state?: OperationState; endedAt?: number | null }

async function store({ id, title, state = 'converged', endedAt = 10 }: Stored): Promise<void> {
  const rest = { planSchema: 1, plan: '{}', lockKeys: '[]', reason: null, owner: null, leaseUntil: null }
  const values = { swarmId: 'swarm-1', actorId: 'u', actorName: `by ${id}`, undoes: null, createdAt: 1, problem: null }
  await database.store
    .insertInto('operations')
    .values({ id, title, state, endedAt, ...rest, ...values })
    .execute()
}

test('who brought a version into use is known from the store, by its last rotation or restoration', async () => {
  await store({ id: '1', title: title('rotate-secret', 'key_v2'), endedAt: 10 })
  await store({ id: '2', title: title('restore-secret', 'key_v2'), endedAt: 20 })
  await store({ id: '3', title: title('rotate-secret', 'key_v3'), state: 'failed' })
  await store({ id: '4', title: title('undo-rotate-secret', 'key_v4') })
  await loadRotations()
  expect(rotations.lastTo('secret', 'key_v2')).toEqual({ operationId: '2', actorName: 'by 2', at: 20 })
  for (const name of ['key', 'key_v3', 'key_v4']) expect(rotations.lastTo('secret', name)).toBeNull()
  expect(rotations.lastTo('config', 'key_v2')).toBeNull()
  swarmId = 'swarm-2'
  expect(rotations.lastTo('secret', 'key_v2')).toBeNull()
  swarmId = 'swarm-1'
})

test('a rotation is told when it has come to its end, and once', () => {
  const heard: string[] = []
  const leave = rotations.onChange((kind, names) => heard.push(`${kind} ${names.join()}`))
  const operation = {
    id: '9',
    swarmId: 'swarm-1',
    title: title('rotate-config', 'web_v2'),
    state: 'running' as OperationState,
    actorName: 'ann',
    endedAt: null as number | null,
  }
  noteRotation(operation)
  noteRotation({ ...operation, state: 'converged', endedAt: 30 })
  noteRotation({ ...operation, state: 'converged', endedAt: 30 })
  leave()
  expect(heard).toEqual(['config web_v2'])
})
