import { expect, test } from 'vitest'
import { usage } from '@/components/swarm/testing/usage'
import { movedSince } from './moved-since'

const versions = [
  { name: 'web', usedBy: [usage('a', null, 'previous'), usage('c')] },
  { name: 'web_v2', usedBy: [usage('a'), usage('b', null, 'previous')] },
]

test('who uses the version now has not moved', () => {
  expect(movedSince(versions, ['a'], 'web_v2')).toEqual([])
})

test('who would only need it for a rollback has moved, and it is told where to', () => {
  expect(movedSince(versions, ['a', 'b', 'c'], 'web_v2')).toEqual([
    { service: 'b', version: null },
    { service: 'c', version: 'web' },
  ])
})
