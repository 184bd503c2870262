import { expect, test } from 'vitest'
import type { Usage } from '@/lib/contract/data-objects'
import { movedSince } from './moved-since'

const usage = (serviceName: string, by: Usage['by'] = 'spec'): Usage => ({
  serviceName,
  serviceId: serviceName,
  stack: null,
  target: null,
  uid: null,
  gid: null,
  mode: null,
  by,
})

const versions = [
  { name: 'web', usedBy: [usage('a', 'previous'), usage('c')] },
  { name: 'web_v2', usedBy: [usage('a'), usage('b', 'previous')] },
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
