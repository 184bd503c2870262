import { expect, test } from 'vitest'
import { usage } from '@/components/swarm/testing/usage'
import type { Usage } from '@/lib/contract/data-objects'
import { standingOf } from './standing'

const version = (name: string, ...uses: Usage['by'][]) => ({
  name,
  usedBy: uses.map((by) => usage('web', null, by)),
})

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
