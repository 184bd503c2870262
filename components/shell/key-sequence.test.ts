import { expect, test } from 'vitest'
import { keySequence, type Pressed } from './key-sequence'

const press = (key: string, change: Partial<Pressed> = {}): Pressed => ({
  key,
  timeStamp: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
})

test('g and a letter go to a place', () => {
  const take = keySequence()
  expect(take(press('g'), false)).toBeNull()
  expect(take(press('s', { timeStamp: 300 }), false)).toEqual({ command: 'go', key: 's' })
  expect(take(press('s', { timeStamp: 600 }), false)).toBeNull()
})

test('a letter long after g is only a letter', () => {
  const take = keySequence()
  take(press('g'), false)
  expect(take(press('s', { timeStamp: 1300 }), false)).toBeNull()
})

test('letters in a text field are text', () => {
  const take = keySequence()
  take(press('g'), true)
  expect(take(press('s', { timeStamp: 100 }), true)).toBeNull()
  expect(take(press('?'), true)).toBeNull()
})

test('the palette opens from a text field too, by Ctrl or Cmd', () => {
  const take = keySequence()
  expect(take(press('k', { ctrlKey: true }), true)).toEqual({ command: 'palette' })
  expect(take(press('K', { metaKey: true }), false)).toEqual({ command: 'palette' })
})

test("the browser's own shortcuts stay its own", () => {
  const take = keySequence()
  take(press('g'), false)
  expect(take(press('s', { ctrlKey: true, timeStamp: 100 }), false)).toBeNull()
  expect(take(press('k', { altKey: true, ctrlKey: true }), false)).toBeNull()
})

test('? shows the sheet', () => {
  expect(keySequence()(press('?'), false)).toEqual({ command: 'help' })
})
