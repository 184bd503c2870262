import { expect, test } from 'vitest'
import { replacement, toEditor } from './positions'

test('a place behind CRLF is found by its letter', () => {
  const text = 'a: 1\r\nb: 2\r\nc: 3\r\n'
  const inEditor = text.replaceAll('\r\n', '\n')
  for (const letter of ['a', 'b', 'c', '3']) {
    expect(inEditor[toEditor(text, '\r\n', text.indexOf(letter))]).toBe(letter)
  }
  expect(toEditor(text, '\r\n', text.length)).toBe(inEditor.length)
})

test('other line endings count alike on both sides', () => {
  expect(toEditor('a\nb', '\n', 2)).toBe(2)
  expect(toEditor('a\r\nb\nc', 'mixed', 5)).toBe(5)
})

test('a replacement touches what differs alone', () => {
  expect(replacement('image: nginx\nports: []', 'image: caddy\nports: []')).toEqual({
    from: 7,
    to: 12,
    insert: 'caddy',
  })
  expect(replacement('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' })
  expect(replacement('aaa', 'aa')).toEqual({ from: 2, to: 3, insert: '' })
  expect(replacement('a', 'a')).toBeNull()
})
