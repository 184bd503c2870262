import { expect, test } from 'vitest'
import { durationParts } from './use-duration'

const said = (ms: number) =>
  durationParts(ms)
    .map(({ unit, value }) => `${value} ${unit}`)
    .join(' ')

test('a duration has at most two units, the largest ones', () => {
  expect(said(5_000)).toBe('5 second')
  expect(said(90_000)).toBe('1 minute 30 second')
  expect(said(7_505_000)).toBe('2 hour 5 minute')
  expect(said(3_600_000)).toBe('1 hour')
})

test('less than a second is told exactly, nothing as no second', () => {
  expect(said(250)).toBe('250 millisecond')
  expect(said(0)).toBe('0 second')
  expect(said(-40)).toBe('0 second')
})
