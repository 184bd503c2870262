import { expect, test } from 'vitest'
import { Bell, pause } from './pause'

const never = new AbortController().signal
const long = 60_000

test('a pause ends with the signal, also when it was aborted before', async () => {
  const stop = new AbortController()
  const sleeping = pause(long, stop.signal)
  stop.abort()
  await expect(sleeping).resolves.toBeUndefined()
  await expect(pause(long, stop.signal)).resolves.toBeUndefined()
})

test('a bell wakes the sleeper', async () => {
  const bell = new Bell()
  const sleeping = bell.sleep(long, never)
  bell.ring()
  await expect(sleeping).resolves.toBeUndefined()
})

test('a bell that was rung while nobody slept lets nobody sleep, once', async () => {
  const bell = new Bell()
  bell.ring()
  await bell.sleep(long, never)
  const again = bell.sleep(20, never).then(() => 'slept')
  expect(await Promise.race([again, Promise.resolve('still sleeps')])).toBe('still sleeps')
  await again
})
