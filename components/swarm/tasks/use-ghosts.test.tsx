import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useGhosts } from './use-ghosts'

type Item = { id: string }
const idOf = (item: Item) => item.id
const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const show = (items: Item[]) => renderHook(({ items }) => useGhosts(items, idOf).map(idOf), { initialProps: { items } })

const passTime = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms)
  })

test('what went is still seen for two seconds, then no more', () => {
  const { result, rerender } = show([a, b])
  expect(result.current).toEqual([])
  rerender({ items: [a] })
  expect(result.current).toEqual(['b'])
  passTime(1_900)
  expect(result.current).toEqual(['b'])
  passTime(200)
  expect(result.current).toEqual([])
})

test('an update in which nothing goes does not keep the outline longer', () => {
  const { result, rerender } = show([a, b])
  rerender({ items: [a] })
  passTime(1_500)
  rerender({ items: [{ ...a }] })
  passTime(600)
  expect(result.current).toEqual([])
})

test('what comes back is no ghost', () => {
  const { result, rerender } = show([a, b])
  rerender({ items: [a, c] })
  rerender({ items: [a, b, c] })
  expect(result.current).toEqual([])
})
