import { expect, test } from 'vitest'
import { splitLines } from './split-lines'

test('lines are numbered from one, and the last line end makes no line', () => {
  expect(splitLines('a\r\nb\n')).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: 'b' },
  ])
})

test('a line that is too long goes on in lines without a number, and nothing is lost', () => {
  const text = 'x'.repeat(400)
  const lines = splitLines(`${text}\ny`)
  expect(lines.map((line) => line.number)).toEqual([1, null, null, null, 2])
  expect(
    lines
      .slice(0, 4)
      .map((line) => line.text)
      .join(''),
  ).toBe(text)
})
