import { expect, test } from 'vitest'
import { sharedList } from './shared-list'

function slowList() {
  const finish: ((value: number) => void)[] = []
  const list = sharedList(() => new Promise<number>((resolve) => void finish.push(resolve)))
  return { list, finish }
}

test('who asks while a list runs gets the next one, which all of them share', async () => {
  const { list, finish } = slowList()
  const first = list()
  const later = [list(), list(), list()]
  expect(finish).toHaveLength(1)
  finish[0]?.(1)
  expect(await first).toBe(1)
  await Promise.resolve()
  expect(finish).toHaveLength(2)
  finish[1]?.(2)
  expect(await Promise.all(later)).toEqual([2, 2, 2])
})

test('who asks after it has ended gets a new one', async () => {
  const { list, finish } = slowList()
  const first = list()
  finish[0]?.(1)
  await first
  const second = list()
  finish[1]?.(2)
  expect(await second).toBe(2)
})

test('a failure is told to those who asked for it, and the next begins all the same', async () => {
  let calls = 0
  const list = sharedList(async () => {
    calls += 1
    if (calls === 1) throw new Error('first')
    return calls
  })
  const [first, second] = await Promise.allSettled([list(), list()])
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'first' } })
  expect(second).toEqual({ status: 'fulfilled', value: 2 })
})
