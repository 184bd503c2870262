import { expect, test } from 'vitest'
import { isBefore } from './api-version'

test('versions are compared as numbers, not as texts', () => {
  expect(isBefore('1.41', 44)).toBe(true)
  expect(isBefore('1.44', 44)).toBe(false)
  expect(isBefore('1.9', 44)).toBe(true)
  expect(isBefore('1.100', 44)).toBe(false)
  expect(isBefore('2.0', 44)).toBe(false)
})
