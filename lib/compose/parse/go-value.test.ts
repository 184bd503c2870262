import { expect, test } from 'vitest'
import { nodeAt } from './compose-node'
import { goValue } from './go-value'
import { parseFile } from './parse-file'

test.each([
  ['5', '5'],
  ['1e6', '1e+06'],
  ['x', 'x'],
  ['~', '<nil>'],
  ['2024-01-02', '2024-01-02 00:00:00 +0000 UTC'],
  ['[1, x, ~, [true]]', '[1 x <nil> [true]]'],
  ['{b: 1, a: {c: 2.0}}', 'map[a:map[c:2] b:1]'],
  ['{}', 'map[]'],
])('%s is printed as %s', (text, printed) => {
  const node = nodeAt(parseFile('a.yaml', `a: ${text}`).root, ['a'])
  expect(node && goValue(node)).toBe(printed)
})
