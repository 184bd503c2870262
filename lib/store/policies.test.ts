import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultPolicy } from '@/lib/rotation/policy'
import { findPolicy, listTurnsAfter, takeTurn, writePolicy } from './policies'
import { transact } from './store'
import { temporaryStore } from './testing/temporary-store'

const key = { swarmId: 'swarm', kind: 'secret' as const, family: 'db_password' }
const write = () => transact((trx) => writePolicy(trx, key, defaultPolicy, 'ann'))
const take = (now: number, notAfter: number) => transact((trx) => takeTurn(trx, key, { now, notAfter }))

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

test('a turn is taken once until its time is over, also when the policy is written again meanwhile', async () => {
  await write()
  expect(await take(1000, 0)).toBe(true)
  expect(await take(1001, 1)).toBe(false)
  await write()
  expect(await take(1002, 2)).toBe(false)
  expect(await take(2000, 1000)).toBe(true)
  expect(await listTurnsAfter('swarm', 1999)).toEqual([{ kind: 'secret', family: 'db_password' }])
  expect(await listTurnsAfter('swarm', 2000)).toEqual([])
})

test('a family without a policy has no turn', async () => {
  expect(await take(1000, 0)).toBe(false)
  expect(await findPolicy(key)).toBeNull()
})
