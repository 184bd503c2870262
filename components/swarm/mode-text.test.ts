import { expect, test } from 'vitest'
import { modeText } from './mode-text'

test('modes are written as chmod takes them', () => {
  expect([0o444, 0o400, 0o7, 0].map(modeText)).toEqual(['0444', '0400', '0007', '0000'])
})

test('the bits by which Go marks kinds of files are left out', () => {
  expect(modeText(0o100644)).toBe('0644')
})
