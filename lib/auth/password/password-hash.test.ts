import { scryptSync } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { isAppError } from '@/lib/errors/app-error'
import { hashOfNobody, hashPassword, verifyPassword } from './password-hash'

const mebibyte = 2 ** 20

// These pay the real cost, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 })

test('a password is right for its own hash alone, and equal passwords have different hashes', async () => {
  const [one, other] = await Promise.all([hashPassword('bees make honey'), hashPassword('bees make honey')])
  expect(one).not.toBe(other)
  expect(one).toMatch(/^scrypt\$131072\$8\$1\$/)
  expect(await verifyPassword('bees make honey', one)).toEqual({ isRight: true, isOutdated: false })
  expect(await verifyPassword('bees make Honey', one)).toEqual({ isRight: false, isOutdated: false })
})

test('a hash with weaker parameters still verifies, and says that it is outdated', async () => {
  const salt = Buffer.from('0123456789abcdef')
  const key = scryptSync('bees make honey', salt, 32, { N: 2 ** 14, r: 8, p: 1 })
  const stored = `scrypt$16384$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`
  expect(await verifyPassword('bees make honey', stored)).toEqual({ isRight: true, isOutdated: true })
})

test('two ways to type one letter are one password', async () => {
  expect(
    (await verifyPassword('\u00e9t\u00e9 \u1112\u1161\u11ab', await hashPassword('e\u0301te\u0301 \ud55c'))).isRight,
  ).toBe(true)
})

test('nobody’s hash costs what a real one does, and no password fits', async () => {
  const costOf = (stored: string) => stored.split('$').map((part, at) => (at < 4 ? part : part.length))
  expect(costOf(hashOfNobody)).toEqual(costOf(await hashPassword('bees make honey')))
  expect((await verifyPassword('', hashOfNobody)).isRight).toBe(false)
})

test('of many at once three are hashed at a time, so the memory stays bounded, and those past the queue are refused', async () => {
  const before = process.memoryUsage().rss
  let highest = 0
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss - before)
  }, 20)
  const results = await Promise.allSettled(Array.from({ length: 200 }, () => verifyPassword('bees', hashOfNobody)))
  clearInterval(watch)
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(200 - 3 - 12)
  for (const { reason } of refused) expect(isAppError(reason) && reason.code).toBe('too_many_requests')
  expect(highest).toBeLessThan(600 * mebibyte)
  expect((await verifyPassword('bees', hashOfNobody)).isRight).toBe(false)
})
