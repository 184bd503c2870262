import { describe, expect, test } from 'vitest'
import { TaskPace } from './task-pace'

describe('a service', () => {
  test('that was changed is asked about for ten seconds, briskly', () => {
    const pace = new TaskPace()
    pace.stir('web', 0)
    expect(pace.restless(9_999)).toEqual(['web'])
    expect(pace.interval(0, 0)).toBe(500)
    expect(pace.restless(10_000)).toEqual([])
  })

  test('whose tasks move is asked about for as long as they do', () => {
    const pace = new TaskPace()
    pace.stir('web', 0)
    pace.move('web', 8_000)
    expect(pace.restless(12_999)).toEqual(['web'])
    pace.move('web', 12_000)
    expect(pace.restless(16_999)).toEqual(['web'])
    expect(pace.restless(17_000)).toEqual([])
  })

  test('that crashes by itself for ever is asked about calmly', () => {
    const pace = new TaskPace()
    pace.move('web', 100_000)
    expect(pace.restless(100_001)).toEqual(['web'])
    expect(pace.interval(100_001, 0)).toBe(2_000)
  })

  test('that somebody waits for stays brisk until the last of them lets go', () => {
    const pace = new TaskPace()
    const [first, second] = [pace.attend(['web']), pace.attend(['web', 'api'])]
    first()
    first()
    expect(pace.restless(1e9).sort()).toEqual(['api', 'web'])
    expect(pace.interval(1e9, 0)).toBe(200)
    second()
    expect(pace.restless(1e9)).toEqual([])
  })

  test('that is gone is forgotten', () => {
    const pace = new TaskPace()
    pace.stir('web', 0)
    pace.forget('web')
    expect(pace.restless(1)).toEqual([])
  })
})

test('an engine that takes long is asked less often', () => {
  const pace = new TaskPace()
  pace.stir('web', 0)
  expect(pace.interval(0, 400)).toBe(2_000)
})
