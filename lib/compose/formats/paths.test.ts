import { posix } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { absolutePath, cleanPath, isWindowsAbsolute } from './paths'

test('a path is cleaned as POSIX has it, without a slash at its end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '.', '..', '/', '//', 'b c', '...')), (parts) => {
      const path = parts.join('/')
      expect(cleanPath(path)).toBe(posix.normalize(path).replace(/(?<=.)\/$/, ''))
    }),
  )
})

test('an absolute path stays as it is, a relative one begins at the directory', () => {
  expect(absolutePath('/p', '/a/../b')).toBe('/a/../b')
  expect(absolutePath('/p/q', '../x/./y')).toBe('/p/x/y')
  expect(absolutePath('/p', '')).toBe('/p')
  expect(absolutePath('/p', '../../..')).toBe('/')
})

test('drives and shares are absolute on Windows', () => {
  expect(['C:\\x', 'c:/x', '\\\\server\\share\\x', 'C:x', '/x', '\\x'].map(isWindowsAbsolute)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
