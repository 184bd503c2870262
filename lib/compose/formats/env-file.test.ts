import { expect, test } from 'vitest'
import { parseEnvFile } from './env-file'

const parse = (text: string, given: [string, string][] = []) => {
  const parsed = parseEnvFile(new TextEncoder().encode(text), new Map(given))
  return 'variables' in parsed ? Object.fromEntries(parsed.variables) : parsed
}

test('a value is what stands behind the sign, quotes and spaces at its end included', () => {
  expect(parse('A=1\n  B="x y" \n# no\n\nC=$A\nD=a=b\nE=\n')).toEqual({ A: '1', B: '"x y" ', C: '$A', D: 'a=b', E: '' })
})

test('lines may end as on Windows, and the text may begin with a byte order mark', () => {
  expect(parse('\ufeffA=1\r\nB=2\r\n')).toEqual({ A: '1', B: '2' })
})

test('a name alone has the given value, or is left out', () => {
  expect(parse('A\nB\n', [['A', 'given']])).toEqual({ A: 'given' })
})

test('names cannot be empty or contain spaces', () => {
  expect(parse('A=1\n=2')).toEqual({ problem: 'no_name', line: 2, variable: '' })
  expect(parse('\n\nA B=2')).toEqual({ problem: 'name_with_space', line: 3, variable: 'A B' })
  expect(parse('export A=2')).toMatchObject({ problem: 'name_with_space' })
})

test('bytes that are no UTF-8 are refused', () => {
  expect(parseEnvFile(new Uint8Array([0x41, 0x3d, 0xff]), new Map())).toMatchObject({ problem: 'not_utf8' })
})

test('a line has less than 64 KiB, as the CLI reads it', () => {
  expect(parse(`A=1\nB=${'x'.repeat(65_533)}\nC=2`)).toMatchObject({ A: '1', C: '2' })
  expect(parse(`A=1\nB=${'x'.repeat(65_534)}\n`)).toEqual({ problem: 'line_too_long', line: 2, variable: '' })
  expect(parse(`B=${'é'.repeat(32_767)}`)).toMatchObject({ problem: 'line_too_long' })
})

test('white space before a name is what Go takes for it', () => {
  expect(parse('\u0085\u2003A=1\n')).toEqual({ A: '1' })
})
