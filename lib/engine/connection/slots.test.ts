import { expect, test } from 'vitest'
import { Slots } from './slots'

const never = new AbortController().signal

test('no more than the limit run at once, in the order of asking', async () => {
  const slots = new Slots(2)
  const began: number[] = []
  const finish: (() => void)[] = []
  const all = [0, 1, 2, 3].map((index) =>
    slots.run(never, () => {
      began.push(index)
      return new Promise<void>((resolve) => void finish.push(resolve))
    }),
  )
  await Promise.resolve()
  expect(began).toEqual([0, 1])
  finish[0]?.()
  await all[0]
  expect(began).toEqual([0, 1, 2])
  finish[1]?.()
  finish[2]?.()
  await all[1]
  await all[2]
  finish[3]?.()
  await all[3]
  expect(began).toEqual([0, 1, 2, 3])
})

test('who gives up while he waits takes no place', async () => {
  const slots = new Slots(1)
  let finish = () => {}
  const first = slots.run(
    never,
    () =>
      new Promise<void>((resolve) => {
        finish = resolve
      }),
  )
  const impatient = new AbortController()
  const second = slots.run(impatient.signal, async () => 'second')
  impatient.abort(new Error('too slow'))
  await expect(second).rejects.toThrow('too slow')
  finish()
  await first
  expect(await slots.run(never, async () => 'third')).toBe('third')
})

test('a failure gives the place back', async () => {
  const slots = new Slots(1)
  await expect(slots.run(never, () => Promise.reject(new Error('boom')))).rejects.toThrow('boom')
  expect(await slots.run(never, async () => 'next')).toBe('next')
})
