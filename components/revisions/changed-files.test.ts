import { expect, test } from 'vitest'
import { changedFiles } from './changed-files'

const file = (name: string, text: string) => ({ name, dataBase64: btoa(text), sizeBytes: text.length })
const secret = (name: string, sizeBytes: number) => ({ name, sizeBytes })

test('files that differ have both texts, and equal ones are left out', () => {
  const before = { files: [file('a', 'x'), file('b', 'y')] }
  const after = { files: [file('a', 'x'), file('b', 'z')] }
  expect(changedFiles(before, after)).toEqual([{ name: 'b', before: 'y', after: 'z' }])
})

test('a file that was added or removed has no lines on the other side', () => {
  expect(changedFiles({ files: [file('a', 'x')] }, { files: [file('b', 'y')] })).toEqual([
    { name: 'a', before: 'x', after: '' },
    { name: 'b', before: '', after: 'y' },
  ])
})

test('of secrets and of bytes there is no text to compare', () => {
  const before = { files: [secret('key', 8), file('logo', '\xff\0')] }
  const after = { files: [secret('key', 9), file('logo', '\xfe\0')] }
  expect(changedFiles(before, after).map(({ name, before: old }) => [name, old])).toEqual([
    ['key', null],
    ['logo', null],
  ])
})
