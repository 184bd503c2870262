import { expect, test } from 'vitest'
import type { Rollout, Step } from '@/lib/plan/plan'
import { phasesOf } from './phases'

const effect = { kind: 'none' } as const
const service = { serviceName: 'a', stack: 's', before: '', after: '', effect }
const made: Record<string, Step> = {
  network: { action: 'create-network', name: 'n', stack: 's', driver: 'overlay' },
  secret: { action: 'create-secret', name: 'k', replaces: null, labels: {}, templating: null },
  create: { action: 'create-service', ...service },
  replace: { action: 'replace-spec', serviceId: 'i', changes: [], ...service },
  removal: { action: 'remove-service', serviceId: 'i', serviceName: 'a', stack: 's', effect },
  gone: { action: 'remove-object', kind: 'config', name: 'c', id: 'i', stack: 's' },
  scale: { action: 'set-replicas', from: 1, to: 2, serviceId: 'i', ...service },
  hold: { action: 'hold', reason: 'after_canary' },
}

function phases(names: string, rollout?: Partial<Rollout>) {
  const steps = names.split(' ').flatMap((name) => made[name] ?? [])
  const usual: Rollout = { atOnce: 1, onFailure: 'ask', watchMs: null, keepVersions: null }
  const found = phasesOf({ steps, ...(rollout && { rollout: { ...usual, ...rollout } }) })
  return found.map((phase) => `${phase.steps.join(' ')} (${phase.atOnce}${phase.isWatchedInTurn ? ', in turn' : ''})`)
}

test('a deployment makes objects, then services, then takes away, each side by side', () => {
  expect(phases('network secret create replace create removal gone')).toEqual([
    '0 1 (48)',
    '2 3 4 (48)',
    '5 (48)',
    '6 (48)',
  ])
})

test('a service that has to go first does', () => {
  expect(phases('secret removal create')).toEqual(['0 (48)', '1 (48)', '2 (48)'])
})

test('a rotation goes over its services one by one', () => {
  expect(phases('secret scale scale scale')).toEqual(['0 (48)', '1 (1, in turn)', '2 3 (1, in turn)'])
})

test('with several at once, the first is alone all the same, and a stop is one', () => {
  expect(phases('secret scale scale scale', { atOnce: 3 })).toEqual(['0 (48)', '1 (3, in turn)', '2 3 (3, in turn)'])
  expect(phases('hold scale hold scale scale', { atOnce: 3 })).toEqual([
    '0 (48)',
    '1 (3, in turn)',
    '2 (48)',
    '3 4 (3, in turn)',
  ])
})
