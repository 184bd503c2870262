import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitShellWords } from './shell-words'

test.each([
  [`echo 'single q' plain\\ space a#b # gone`, ['echo', 'single q', 'plain space', 'a#b']],
  [`'' ""`, ['', '']],
  [`"a\\nb"`, ['anb']],
  [`a'b'"c"`, ['abc']],
  [`# all\nb`, ['b']],
  [`'\\'`, ['\\']],
  [' \t\r\n', []],
])('%j', (text, words) => {
  expect(splitShellWords(text)).toEqual({ words })
})

test('what is left open is refused', () => {
  expect(splitShellWords(`a "b`)).toEqual({ problem: 'open_quote' })
  expect(splitShellWords('a \\')).toEqual({ problem: 'open_escape' })
})

test('words in single quotes come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (words) => {
      const quoted = words.map((word) => `'${word.replaceAll("'", `'"'"'`)}'`).join(' ')
      expect(splitShellWords(quoted)).toEqual({ words })
    }),
  )
})
