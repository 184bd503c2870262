import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { useSearchParam } from './use-search-param'

/** What Next tells of the URL: later than it is written. */
let told = ''
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(told) }))

const inUrl = () => new URL(window.location.href).searchParams.get('tab')

beforeEach(() => {
  told = ''
  window.history.replaceState(null, '', '/configs')
})

test('what was written counts at once, and the URL has it', () => {
  const { result } = renderHook(() => useSearchParam('tab', 'content'))
  act(() => result.current[1]('versions'))
  expect(result.current[0]).toBe('versions')
  expect(inUrl()).toBe('versions')
  act(() => result.current[1]('content'))
  expect(result.current[0]).toBe('content')
  expect(inUrl()).toBeNull()
})

test('once Next has told of it, the URL decides again: going back is seen', () => {
  const { result, rerender } = renderHook(() => useSearchParam('operation', '', { push: true }))
  act(() => result.current[1]('42'))
  told = 'operation=42'
  rerender()
  expect(result.current[0]).toBe('42')
  told = ''
  rerender()
  expect(result.current[0]).toBe('')
})
