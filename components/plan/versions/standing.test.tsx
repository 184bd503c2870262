import { expect, test } from 'vitest'
import type { Usage } from '@/lib/contract/data-objects'
import { standingOf } from './standing'

const usage = (by: Usage['by']): Usage => ({
  serviceName: 'web',
  serviceId: 'web',
  stack: null,
  target: null,
  uid: null,
  gid: null,
  mode: null,
  by,
})

const version = (name: string, ...by: Usage['by'][]) => ({ name, usedBy: by.map(usage) })

test('versions before the one in use are older, those behind it newer', () => {
  const versions = [version('v1'), version('v2', 'previous'), version('v3', 'spec'), version('v4')]
  expect(['v1', 'v2', 'v3', 'v4'].map((name) => standingOf(versions, name))).toEqual([
    'older',
    'older',
    'in_use',
    'newer',
  ])
})

test('where the services are on a mix, one of its versions can be gone to', () => {
  const versions = [version('v1', 'spec'), version('v2', 'spec')]
  expect(['v1', 'v2'].map((name) => standingOf(versions, name))).toEqual(['older', 'newer'])
})

test('a rollback does not make a user', () => {
  expect(standingOf([version('v1', 'previous'), version('v2', 'task')], 'v1')).toBe('unused')
})
