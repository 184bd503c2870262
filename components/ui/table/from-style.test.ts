import { expect, test } from 'vitest'
import { fromStyle } from './from-style'

test('a column is left out only below the width that it needs, and never where rows are two lines', () => {
  expect(fromStyle({ from: 'lg' })).toBe('md:max-lg:hidden')
  expect(fromStyle({ from: 'xl' })).toBe('md:max-xl:hidden')
  expect(fromStyle({ from: '2xl' })).toBe('md:max-2xl:hidden')
  expect(fromStyle({})).toBe('')
})
