import { expect, test } from 'vitest'
import { decodeText } from './decode-text'

const utf16 = (text: string, isBigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes)
}

test('UTF-8 and UTF-16 are read, with their byte order marks taken off', () => {
  expect(decodeText('\ufeffé')).toEqual({ text: 'é' })
  expect(decodeText(new TextEncoder().encode('\ufeffa: é😀'))).toEqual({ text: 'a: é😀' })
  expect(decodeText(utf16('a: é😀', false))).toEqual({ text: 'a: é😀' })
  expect(decodeText(utf16('a: é😀', true))).toEqual({ text: 'a: é😀' })
})

test('what is no UTF-8 is refused', () => {
  expect(decodeText(new Uint8Array([0x61, 0xff]))).toMatchObject({ problem: 'text_not_utf8' })
})

test.each(['\0', '\u0007', '\u007f', '\ud800', '\ufffe'])(
  'the character %j is refused, where it stands',
  (character) => {
    expect(decodeText(`ab${character}`)).toMatchObject({ problem: 'text_control_character', offset: 2 })
  },
)

test('a second byte order mark within the text is text', () => {
  expect(decodeText('a\ufeffb')).toEqual({ text: 'a\ufeffb' })
})

test('more than 1 MB is not even decoded', () => {
  expect(decodeText('a'.repeat(1_000_000))).toHaveProperty('text')
  expect(decodeText('a'.repeat(1_000_001))).toMatchObject({ problem: 'text_too_long' })
  expect(decodeText(new Uint8Array(2_000_001))).toMatchObject({ problem: 'text_too_long' })
})
