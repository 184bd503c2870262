import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isAppError } from '@/lib/errors/app-error'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { attemptSucceeded, beginAttempt, subjectsOf } from './throttle'

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
  vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
})
afterEach(async () => {
  vi.useRealTimers()
  await database.remove()
})

/** The seconds to wait, or 0 when the attempt may be made. */
async function attempt(username: string, address: string | null): Promise<number> {
  try {
    await beginAttempt(subjectsOf({ username, address }))
    return 0
  } catch (error) {
    if (isAppError(error) && error.code === 'too_many_requests') return Number(error.params.seconds)
    throw error
  }
}

async function attempts(count: number, username: string, address: string): Promise<number[]> {
  const waits: number[] = []
  for (let n = 0; n < count; n++) waits.push(await attempt(username, address))
  return waits
}

test('the sixth attempt from one address has to wait, and another address does not', async () => {
  expect(await attempts(50, 'ada', '192.0.2.1')).toEqual([0, 0, 0, 0, 0, ...Array.from({ length: 45 }, () => 1)])
  expect(await attempt('ada', '192.0.2.2')).toBe(0)
})

test('fifty attempts at the same moment are no way around it', async () => {
  const waits = await Promise.all(Array.from({ length: 50 }, () => attempt('ada', '192.0.2.1')))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
})

test('the wait doubles with each failure, up to a quarter of an hour', async () => {
  await attempts(5, 'ada', '192.0.2.1')
  const waits: number[] = []
  for (let n = 0; n < 12; n++) {
    const wait = await attempt('ada', '192.0.2.1')
    waits.push(wait)
    vi.advanceTimersByTime(wait * 1000)
    await attempt('ada', '192.0.2.1')
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
})

test('an account guessed at from ever new addresses is slowed to two a minute, and never shut', async () => {
  for (let n = 0; n < 10; n++) expect(await attempt('ada', `192.0.2.${n}`)).toBe(0)
  for (let n = 10; n < 40; n++) {
    await attempt('ada', `192.0.2.${n}`)
    vi.advanceTimersByTime(60_000)
  }
  await attempt('ada', '192.0.2.50')
  expect(await attempt('ada', '192.0.2.51')).toBe(30)
  expect(await attempt('kim', '192.0.2.51')).toBe(0)
})

test('hosts of one IPv6 network count as one address', async () => {
  for (let n = 1; n <= 5; n++) await attempt(`user${n}`, `2001:db8:0:7::${n}`)
  expect(await attempt('ada', '2001:db8:0:7:ffff::1')).toBe(1)
  expect(await attempt('ada', '2001:db8:0:8::1')).toBe(0)
})

test('who gets in starts anew, and failures are forgotten after a day', async () => {
  await attempts(5, 'ada', '192.0.2.1')
  await attemptSucceeded(subjectsOf({ username: 'ada', address: '192.0.2.1' }))
  expect(await attempts(6, 'ada', '192.0.2.1')).toEqual([0, 0, 0, 0, 0, 1])
  vi.advanceTimersByTime(24 * 3_600_000 + 1)
  expect(await attempts(6, 'ada', '192.0.2.1')).toEqual([0, 0, 0, 0, 0, 1])
})

test('it is kept in the database, so a restart of Skep forgets nothing', async () => {
  await attempts(5, 'ada', '192.0.2.1')
  const rows = await database.store.selectFrom('signInFailures').select(['subject', 'failures']).execute()
  expect(rows).toEqual([
    { subject: 'account:ada', failures: 5 },
    { subject: 'address:192.0.2.1', failures: 5 },
  ])
})
