import { expect, test } from 'vitest'
import { decodeBase64, decodeText } from './decode-base64'

test('bytes come out as they went in', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
})

test('only UTF-8 without NUL is text', () => {
  expect(decodeText(new TextEncoder().encode('할 일'))).toBe('할 일')
  expect(decodeText(Uint8Array.of(0xff, 0xfe))).toBeNull()
  expect(decodeText(Uint8Array.of(0x61, 0, 0x62))).toBeNull()
})
