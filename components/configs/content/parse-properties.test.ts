import { expect, test } from 'vitest'
import { parseProperties } from './parse-properties'

const brief = (text: string) => parseProperties(text).map(({ section, key, value }) => [section, key, value])

test('sections, comments and empty lines', () => {
  expect(brief('; mail\n[smtp]\nhost = mail.example.org\n\n# note\nport=587\n[queue]\nretry=5')).toEqual([
    ['smtp', 'host', 'mail.example.org'],
    ['smtp', 'port', '587'],
    ['queue', 'retry', '5'],
  ])
})

test('a value may contain the sign that divides', () => {
  expect(brief('url=jdbc:postgresql://db/todo?a=b\ntimeout: 5\n')).toEqual([
    ['', 'url', 'jdbc:postgresql://db/todo?a=b'],
    ['', 'timeout', '5'],
  ])
})

test('doubles stay double, odd names are names, Windows line ends go', () => {
  expect(brief('__proto__=1\r\n__proto__=2\r\n설명=할 일\r\nflag\r\n')).toEqual([
    ['', '__proto__', '1'],
    ['', '__proto__', '2'],
    ['', '설명', '할 일'],
    ['', 'flag', null],
  ])
})

test('lines are counted as an editor counts them', () => {
  expect(parseProperties('\n# one\n\na=1').map((entry) => entry.line)).toEqual([4])
})
