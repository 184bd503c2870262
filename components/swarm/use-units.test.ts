import { expect, test } from 'vitest'
import { inBinaryUnit } from './use-units'

test('bytes go into the largest unit of which there is at least one', () => {
  expect(inBinaryUnit(0)).toEqual({ value: 0, unit: 'B' })
  expect(inBinaryUnit(1023)).toEqual({ value: 1023, unit: 'B' })
  expect(inBinaryUnit(100 * 1024 ** 2)).toEqual({ value: 100, unit: 'MiB' })
})

test('nothing is shown as 1024 of a unit', () => {
  expect(inBinaryUnit(1024 ** 2 - 1)).toMatchObject({ unit: 'MiB' })
  expect(inBinaryUnit(1024 ** 7)).toMatchObject({ unit: 'PiB' })
})
