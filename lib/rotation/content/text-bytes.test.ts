import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64FromBytes, bytesFromBase64, bytesFromText, equalBytes, lineEndingOf, textFromBytes } from './text-bytes'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

test('any text comes back byte for byte, whatever its line endings and its byte order mark', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u{feff}', '한', '🐝', ' '), maxLength: 40 })
  fc.assert(
    fc.property(text, (original) => {
      const file = textFromBytes(utf8(original))
      expect(file && bytesFromText(file.text, file.hasMark)).toEqual(utf8(original))
    }),
  )
})

test('a byte order mark is kept beside the text, where no editor can lose it', () => {
  expect(textFromBytes(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a', hasMark: true, lineEnding: '\n' })
})

test('bytes that are no UTF-8, and texts with NUL, stay bytes', () => {
  expect(textFromBytes(bytes(0xff, 0xfe, 0x61))).toBeNull()
  expect(textFromBytes(bytes(0x61, 0, 0x62))).toBeNull()
})

test('the line ending is told only where all lines agree', () => {
  expect(lineEndingOf('a\nb\n')).toBe('\n')
  expect(lineEndingOf('no line feed')).toBe('\n')
  expect(lineEndingOf('a\r\nb\r\n')).toBe('\r\n')
  expect(lineEndingOf('a\r\nb\n')).toBe('mixed')
  expect(lineEndingOf('a\rb\r\n')).toBe('mixed')
})

test('any bytes survive base64, also a megabyte of them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (data) => {
      expect(bytesFromBase64(base64FromBytes(data))).toEqual(data)
    }),
  )
  const large = new Uint8Array(1_023_999).fill(200)
  expect(equalBytes(bytesFromBase64(base64FromBytes(large)), large)).toBe(true)
})

test('bytes are equal only if all of them are', () => {
  expect(equalBytes(bytes(1, 2), bytes(1, 2))).toBe(true)
  expect(equalBytes(bytes(1, 2), bytes(1, 3))).toBe(false)
  expect(equalBytes(bytes(1, 2), bytes(1, 2, 3))).toBe(false)
})
