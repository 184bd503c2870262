import { expect, test } from 'vitest'
import { trimSpace, trimStart, upperCase } from './go-text'

test('white space is what Go takes for it', () => {
  expect(trimSpace(' \t\u0085\u00a0\u3000a b\u2003\r\n')).toBe('a b')
  expect(trimSpace('\ufeffa\ufeff')).toBe('\ufeffa\ufeff')
  expect(trimStart('\u0085 a ')).toBe('a ')
  expect(trimSpace(' \n')).toBe('')
})

test('letters become capital ones one by one', () => {
  expect(upperCase('net_admin')).toBe('NET_ADMIN')
  expect(upperCase('ßı')).toBe('ßI')
})

test('a long text is trimmed at once', () => {
  expect(trimSpace(`a${' '.repeat(100_000)}b${' '.repeat(100_000)}`)).toHaveLength(100_002)
})
