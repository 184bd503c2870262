import { expect, test } from 'vitest'
import { decodeText } from './decode-text'

test('only UTF-8 without NUL is text', () => {
  expect(decodeText(new TextEncoder().encode('할 일'))).toBe('할 일')
  expect(decodeText(Uint8Array.of(0xff, 0xfe))).toBeNull()
  expect(decodeText(Uint8Array.of(0x61, 0, 0x62))).toBeNull()
})
