import { expect, test } from 'vitest'
import { hexRow } from './hex-row'

const bytes = new Uint8Array([...new TextEncoder().encode('Hello, 할 일'), 0, 10, 255, 1])

test('a full line has sixteen bytes in two halves', () => {
  expect(hexRow(bytes, 0, 16)).toEqual({
    offset: '00000000',
    hex: '48 65 6c 6c 6f 2c 20 ed  95 a0 20 ec 9d bc 00 0a',
    ascii: 'Hello, ... .....',
  })
})

test('the last line keeps its letters in the column of the others', () => {
  const row = hexRow(bytes, 1, 16)
  expect(row.offset).toBe('00000010')
  expect(row.hex.trimEnd()).toBe('ff 01')
  expect(row.hex).toHaveLength(hexRow(bytes, 0, 16).hex.length)
})

test('a narrow screen has eight bytes in a line', () => {
  expect(hexRow(bytes, 1, 8)).toMatchObject({ offset: '00000008', ascii: '.. .....' })
})
