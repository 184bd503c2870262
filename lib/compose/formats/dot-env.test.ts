import { expect, test } from 'vitest'
import { isDotEnv, parseDotEnv } from './dot-env'

test('names and values, with quotes, comments and export gone', () => {
  const text = `
# a comment
TAG=1.27
export REGION = eu # west
EMPTY=
HASH=a#b
SINGLE='a # $b \\n'
DOUBLE="a\\tb \\"c\\" # d" # e
KEY_ALONE
`
  expect(parseDotEnv(text)).toEqual({
    TAG: '1.27',
    REGION: 'eu',
    EMPTY: '',
    HASH: 'a#b',
    SINGLE: 'a # $b \\n',
    DOUBLE: 'a\tb "c" # d',
  })
})

test('a quoted value may have several lines', () => {
  expect(parseDotEnv('CERT="-----BEGIN\nabc\n-----END"\nNEXT=1')).toEqual({
    CERT: '-----BEGIN\nabc\n-----END',
    NEXT: '1',
  })
})

test('a quote that is never closed belongs to the value', () => {
  expect(parseDotEnv('A="b\nC=d')).toEqual({ A: '"b', C: 'd' })
})

test('line endings of Windows are no part of a value', () => {
  expect(parseDotEnv('A=1\r\nB="2"\r\n')).toEqual({ A: '1', B: '2' })
})

test('the last of equal names counts', () => {
  expect(parseDotEnv('A=1\nA=2')).toEqual({ A: '2' })
})

test('files with variables are known by their names', () => {
  expect(['.env', 'app/.env.local', 'prod.env'].every(isDotEnv)).toBe(true)
  expect(['env', 'a.env.json', '.environment', 'compose.yaml'].some(isDotEnv)).toBe(false)
})
