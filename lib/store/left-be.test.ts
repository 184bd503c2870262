import { afterEach, beforeEach, expect, test } from 'vitest'
import { listLeftBe, removeLeftBe, writeLeftBe } from './left-be'
import { transact } from './store'
import { temporaryStore } from './testing/temporary-store'

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

const kim = { id: 'user-kim', name: 'kim' }
const ann = { id: 'user-ann', name: 'ann' }
const key = { swarmId: 's', stack: 'shop', service: 'shop_web', field: 'deploy.replicas' }

const write = (value: string | null, by = kim, of = key) => transact((trx) => writeLeftBe(trx, of, { value, by }))
const stored = async () => (await listLeftBe('s')).get('shop')?.map(({ value, byName }) => [value, byName])

test('what is let be is kept by swarm, stack, service and field, with who and when', async () => {
  const before = Date.now()
  await write(null)
  await write(null, kim, { ...key, stack: 'crm' })
  await write(null, kim, { ...key, swarmId: 'other' })
  expect([...(await listLeftBe('s')).keys()].toSorted()).toEqual(['crm', 'shop'])
  const [one] = (await listLeftBe('s')).get('shop') ?? []
  expect(one).toMatchObject({ service: 'shop_web', field: 'deploy.replicas', value: null, byName: 'kim' })
  expect(one?.at).toBeGreaterThanOrEqual(before)
})

test('the last word counts, but one value says nothing against leaving them all be', async () => {
  await write('3')
  await write('5', ann)
  expect(await stored()).toEqual([['5', 'ann']])
  await write(null)
  await write('7', ann)
  expect(await stored()).toEqual([[null, 'kim']])
})

test('it is taken back for that field alone', async () => {
  await write(null)
  await write(null, kim, { ...key, field: 'image' })
  await transact((trx) => removeLeftBe(trx, key))
  expect((await listLeftBe('s')).get('shop')?.map(({ field }) => field)).toEqual(['image'])
})
