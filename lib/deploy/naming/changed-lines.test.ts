import { expect, test } from 'vitest'
import { sourceOf } from '@/lib/compose/place'
import { changedLines } from './changed-lines'

function lines(text: string, part: string, replacement: string) {
  const start = text.indexOf(part)
  return changedLines(sourceOf('a.yaml', text), [
    { file: 'a.yaml', start, end: start + part.length, text: replacement },
    { file: 'b.yaml', start: 0, end: 1, text: 'of another file' },
  ])
}

test('a line with nothing but a name is shown whole', () => {
  expect(lines('configs:\n  site:\n    name: v1 # now\n', 'v1', 'v2')).toEqual([
    { line: 3, before: '    name: v1 # now', after: '    name: v2 # now' },
  ])
})

test('a line that is new is shown as it will be', () => {
  expect(lines('configs:\n  site:\n    file: a\n', '', '')).toEqual([{ line: 1, before: null, after: null }])
  const text = 'configs:\n  site:\n    file: a\n'
  const start = text.indexOf('file:')
  const edit = { file: 'a.yaml', start, end: start, text: 'name: v2\n    ' }
  expect(changedLines(sourceOf('a.yaml', text), [edit])).toEqual([{ line: 3, before: null, after: '    name: v2' }])
})

test('of a line with something else on it, that is not shown', () => {
  const [line] = lines('services: {web: {environment: {PASSWORD: hunter2}}, configs: {name: v1}}', 'v1', 'v2')
  expect(line).toEqual({ line: 1, before: 'v1', after: 'v2' })
})
