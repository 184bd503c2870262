import { expect, test } from 'vitest'
import { diffText } from './diff'
import { diffSections } from './diff-sections'
import { diffWords } from './diff-words'

const file = (count: number, change: Record<number, string> = {}) =>
  Array.from({ length: count }, (_, index) => `${change[index + 1] ?? index + 1}\n`).join('')

function foldsOf(before: string, after: string) {
  return diffSections(diffText(before, after).rows).map((section) => `${section.kind} ${section.rows.length}`)
}

test('equal lines far from a change are folded, three stay on each side of it', () => {
  expect(foldsOf(file(30), file(30, { 15: 'new' }))).toEqual(['folded 11', 'shown 7', 'folded 12'])
})

test('nothing is folded that would not save a line', () => {
  expect(foldsOf(file(9), file(9, { 5: 'new' }))).toEqual(['shown 9'])
  expect(foldsOf(file(20), file(20, { 6: 'new', 15: 'new' }))).toEqual(['shown 20'])
})

test('no change folds all of it', () => {
  expect(foldsOf(file(10), file(10))).toEqual(['folded 10'])
})

test('within a changed line, only what differs is marked', () => {
  expect(diffWords('"port": 8080,', '"port": 9090,')).toEqual({
    before: [
      { from: 0, text: '"port": ', isChanged: false },
      { from: 8, text: '8080', isChanged: true },
      { from: 12, text: ',', isChanged: false },
    ],
    after: [
      { from: 0, text: '"port": ', isChanged: false },
      { from: 8, text: '9090', isChanged: true },
      { from: 12, text: ',', isChanged: false },
    ],
  })
})

test('a line as long as a minified file is not compared word by word', () => {
  const long = 'x '.repeat(5_000)
  expect(diffWords(long, `${long}y`).after).toEqual([{ from: 0, text: `${long}y`, isChanged: false }])
})
