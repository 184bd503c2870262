import { expect, test } from 'vitest'
import type { PolicyView } from '@/lib/contract/policies'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { defaultPolicy } from './policy'
import { turnsAt } from './turns'

const now = Date.UTC(2026, 4, 10, 3, 30)

function policy(family: string, change: Partial<PolicyView> = {}): PolicyView {
  const made = { kind: 'secret' as const, family, updatedAt: 0, updatedBy: 'ann' }
  return { ...defaultPolicy, recipe: { kind: 'uuid' }, maxAgeDays: 30, automaticHour: 3, ...made, ...change }
}

const day = (text: string) => `2026-${text}T00:00:00Z`

function turns(policies: PolicyView[], ...objects: Parameters<typeof snapshot>) {
  return turnsAt(snapshot(...objects), policies, now).map(
    (turn) => `${turn.policy.family}: ${turn.rotates?.Spec.Name ?? 'clean up'}`,
  )
}

test('what is too old the longest has its turn first, and only in its hour', () => {
  const [old, older] = [
    secret({ Name: 'old', createdAt: day('03-01') }),
    secret({ Name: 'older', createdAt: day('02-01') }),
  ]
  const web = service({ Name: 'web', secrets: [old, older] })
  expect(turns([policy('old'), policy('older')], old, older, web)).toEqual(['older: older', 'old: old'])
  expect(
    turns([policy('old', { automaticHour: 4 }), policy('older', { automaticHour: null })], old, older, web),
  ).toEqual([])
})

test('the newest version in use counts: one that a failed rotation left behind does not', () => {
  const first = secret({ Name: 'key', createdAt: day('01-01') })
  const second = secret({ Name: 'key_v2', createdAt: day('02-01') })
  const unused = secret({ Name: 'key_v3', createdAt: day('05-09') })
  const users = [service({ Name: 'api', secrets: [first] }), service({ Name: 'web', secrets: [second] })]
  expect(turns([policy('key')], first, second, unused, ...users)).toEqual(['key: key_v2'])
})

test('a fresh one, one that nobody uses and one whose value Skep cannot make are only cleaned up behind', () => {
  const fresh = secret({ Name: 'fresh', createdAt: day('05-01') })
  const unused = secret({ Name: 'unused', createdAt: day('01-01') })
  const typed = secret({ Name: 'typed', createdAt: day('01-01') })
  const web = service({ Name: 'web', secrets: [fresh, typed] })
  const policies = [policy('fresh'), policy('unused'), policy('typed', { recipe: null }), policy('gone')]
  expect(turns(policies, fresh, unused, typed, web)).toEqual([
    'fresh: clean up',
    'unused: clean up',
    'typed: clean up',
    'gone: clean up',
  ])
})
