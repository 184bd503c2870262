import { expect, test } from 'vitest'
import { emptyDraft } from './draft'
import { applyEdits, withComposeMoved, withEdits, withName, withoutFile, withText } from './edit-draft'

const edit = (start: number, end: number, text: string, file = 'compose.yaml') => ({ file, start, end, text })
const draft = withText(withText(emptyDraft, 'compose.yaml', 'one two three'), 'other.yaml', 'x')

test('several corrections are applied as if each were alone', () => {
  expect(applyEdits('one two three', [edit(0, 3, 'uno'), edit(8, 13, 'tres'), edit(4, 7, '')])).toBe('uno  tres')
})

test('of corrections that overlap one is applied, and one beyond the end is none', () => {
  expect(applyEdits('one two three', [edit(0, 7, 'a'), edit(4, 13, 'b')])).toBe('one b')
  expect(applyEdits('one', [edit(2, 9, 'x')])).toBe('one')
})

test('two insertions at one place are both made', () => {
  expect(applyEdits('ab', [edit(1, 1, 'x'), edit(1, 1, 'y')])).toMatch(/^a(xy|yx)b$/)
})

test('a correction changes its own file alone', () => {
  const changed = withEdits(draft, [edit(0, 1, 'y', 'other.yaml')])
  expect(changed.files.map(({ body }) => body)).toMatchObject([{ text: 'one two three' }, { text: 'y' }])
})

test('Compose files change places, and stay where there is no place', () => {
  const two = { ...draft, composeFiles: ['compose.yaml', 'other.yaml'] }
  expect(withComposeMoved(two, 'other.yaml', -1).composeFiles).toEqual(['other.yaml', 'compose.yaml'])
  expect(withComposeMoved(two, 'other.yaml', 1)).toBe(two)
})

test('a file is renamed and removed everywhere it is named', () => {
  expect(withName(draft, 'compose.yaml', 'stack.yml')).toMatchObject({
    composeFiles: ['stack.yml'],
    files: [{ name: 'stack.yml' }, {}],
  })
  expect(withoutFile(draft, 'compose.yaml')).toMatchObject({ composeFiles: [], files: [{ name: 'other.yaml' }] })
})
