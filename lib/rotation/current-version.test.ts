import { expect, test } from 'vitest'
import { currentVersion } from './current-version'

const current = (versions: string[], ...used: string[]) => currentVersion(versions, (name) => used.includes(name))

test('the newest version in use counts, also after an older one was restored', () => {
  expect(current(['key', 'key_v2', 'key_v3'], 'key', 'key_v2')).toBe('key_v2')
})

test('where none is in use the newest counts, and of nothing there is none', () => {
  expect(current(['key', 'key_v2'])).toBe('key_v2')
  expect(current([])).toBeNull()
})
