import { expect, test } from 'vitest'
import { activityFilter, activitySearch } from './activity-query'

test('a filter becomes the search of the route, and an empty one asks for everything', () => {
  expect(activitySearch({ text: 'kim rotate', result: 'failed' }, 120)).toBe(
    'limit=50&text=kim+rotate&result=failed&before=120',
  )
  expect(activitySearch({ text: '', result: '' })).toBe('limit=50')
})

test('what the URL has and the route would refuse is left out', () => {
  expect(activityFilter(undefined, 'everything')).toEqual({ text: '', result: '' })
  expect(activityFilter(` ${'x'.repeat(200)} `, 'done')).toEqual({ text: 'x'.repeat(100), result: 'done' })
})
