import { expect, test } from 'vitest'
import { AnsweredTime } from './answered-time'

test('time passes as the engine confirms what is known', () => {
  const time = new AnsweredTime()
  expect([1_000, 1_200, 1_200, 9_000].map((asOf) => time.at(asOf))).toEqual([1_000, 1_200, 1_200, 9_000])
})

test('a silence of minutes counts as no more than a slow answer, and time goes on from there', () => {
  const time = new AnsweredTime()
  const minutes = 60_000
  expect([0, 20 * minutes, 20 * minutes + 500].map((asOf) => time.at(asOf))).toEqual([0, 15_000, 15_500])
})
