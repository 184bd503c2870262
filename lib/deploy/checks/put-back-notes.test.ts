import { expect, test } from 'vitest'
import { config } from '@/lib/swarm/testing/config'
import { secret } from '@/lib/swarm/testing/secret'
import { configReference, secretReference, service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { putBackNotes } from './put-back-notes'

const first = config({ Name: 'site_v1', createdAt: '2026-01-01T00:00:00Z' })
const second = config({ Name: 'site_v2', createdAt: '2026-02-01T00:00:00Z' })
const other = config({ Name: 'other', createdAt: '2025-01-01T00:00:00Z' })
const key = secret({ Name: 'key' })
const swarm = snapshot(first, second, other, key)

const at = (object: typeof first) => ({ ...configReference(object), File: { Name: '/site.conf' } })
const using = (object: typeof first) =>
  service({ Name: 'web', container: { Configs: [at(object)], Secrets: [secretReference(key)] } }).Spec

test('an earlier version in the place of the present one is told, a later one or another config is not', () => {
  expect(putBackNotes(swarm, using(second), using(first))).toEqual([
    { code: 'puts_back', params: { kind: 'config', name: 'site_v1', now: 'site_v2' } },
  ])
  expect(putBackNotes(swarm, using(first), using(second))).toEqual([])
  expect(putBackNotes(swarm, using(second), using(other))).toEqual([])
  expect(putBackNotes(swarm, using(second), using(second))).toEqual([])
})
