import { expect, test } from 'vitest'
import { defaultPolicy } from '@/lib/rotation/policy'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { policyRow } from './policy-row'

const policy = { ...defaultPolicy, kind: 'secret' as const, family: 'key', updatedAt: 1, updatedBy: 'ann' }
const first = secret({ Name: 'key', createdAt: '2026-01-01T00:00:00Z' })
const second = secret({ Name: 'key_v2', createdAt: '2026-02-01T00:00:00Z' })

test('the age that counts is that of the version in use, not that of a newer one that nobody uses', () => {
  const web = service({ Name: 'web', secrets: [first] })
  expect(policyRow(snapshot(first, second, web), policy)).toMatchObject({
    id: 'secret:key',
    current: { name: 'key', createdAt: Date.UTC(2026, 0, 1) },
  })
  expect(policyRow(snapshot(first, second), policy).current?.name).toBe('key_v2')
})

test('a policy whose family is gone has no version that could be too old', () => {
  expect(policyRow(snapshot(), policy).current).toBeNull()
})
