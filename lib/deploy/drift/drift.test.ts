import { expect, test } from 'vitest'
import type { LeftBe } from '@/lib/contract/deploy'
import { targetBodies } from '@/lib/deploy/target'
import { applied, appliedObjects, isService } from '@/lib/deploy/testing/applied'
import { converted } from '@/lib/deploy/testing/converted'
import { planned } from '@/lib/deploy/testing/planned'
import type { Service } from '@/lib/swarm/engine-types'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { driftBaseline, driftOf, driftValues } from './drift'

const text = 'services: {web: {image: "web:1", environment: {A: 1}}, api: {image: "api:1", ports: ["80:80", "81:81"]}}'
const target = converted(text)
const { resolved } = planned(text)
const baseline = driftBaseline(targetBodies(target, resolved).services, '1.51')

function drifted(edit: (service: Service) => Service, leftBe?: LeftBe[]) {
  const objects = appliedObjects(target, resolved).map((object) =>
    isService(object) && object.ID === 'service-shop_web' ? edit(object) : object,
  )
  return driftOf(snapshot(...objects), 'shop', baseline, leftBe)
}

const withTemplate =
  (change: object) =>
  (it: Service): Service => ({
    ...it,
    UpdatedAt: '2026-02-01T00:00:00Z',
    Spec: { ...it.Spec, TaskTemplate: { ...it.Spec.TaskTemplate, ...change } },
  })

test('a stack is in sync right after it was deployed', () => {
  expect(driftOf(applied(target, resolved), 'shop', baseline)).toEqual({
    state: 'in_sync',
    since: null,
    services: [],
    dormant: [],
  })
})

test('without a revision nothing is known', () => {
  expect(driftOf(applied(target, resolved), 'shop', null)).toMatchObject({ state: 'unknown' })
})

test('a change by hand is told field by field, from the revision to what is live', () => {
  const labelled = (it: Service): Service => ({
    ...it,
    UpdatedAt: '2026-02-01T00:00:00Z',
    Spec: { ...it.Spec, Labels: { ...it.Spec.Labels, team: 'a' } },
  })
  expect(drifted(labelled)).toEqual({
    state: 'drifted',
    since: Date.parse('2026-02-01T00:00:00Z'),
    services: [
      {
        name: 'shop_web',
        verdict: 'changed',
        changes: [{ path: 'deploy.labels.team', before: null, after: 'a', isMasked: false, leftBe: null }],
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ],
    dormant: [],
  })
})

test('reservations that ask for nothing, as the CLI writes them beside a limit, are none', () => {
  expect(drifted(withTemplate({ Resources: { Limits: {}, Reservations: {} } })).state).toBe('in_sync')
  const limited = drifted(withTemplate({ Resources: { Limits: { MemoryBytes: 60_000_000 }, Reservations: {} } }))
  expect(limited.services[0]?.changes.map(({ path }) => path)).toEqual(['deploy.resources.limits.memory'])
})

test('a value of the environment is not told', () => {
  const variable = (it: Service) =>
    withTemplate({ ContainerSpec: { ...it.Spec.TaskTemplate.ContainerSpec, Env: ['A=2'] } })(it)
  expect(drifted(variable).services[0]?.changes).toEqual([
    { path: 'environment.A', before: null, after: null, isMasked: true, leftBe: null },
  ])
})

const left = (field: string, value: string | null = null): LeftBe => {
  return { service: 'shop_web', field, value, at: 1, byName: 'kim' }
}
const scaled = (it: Service): Service => ({ ...it, Spec: { ...it.Spec, Mode: { Replicated: { Replicas: 7 } } } })

test('a number of replicas that was not set here is drift', () => {
  expect(drifted(scaled)).toMatchObject({
    state: 'drifted',
    services: [{ changes: [{ path: 'deploy.replicas', before: '1', after: '7' }] }],
  })
})

test('one that was set here is none, as long as it is that number', () => {
  const asScaled = left('deploy.replicas', '7')
  const drift = drifted(scaled, [asScaled])
  expect(drift.state).toBe('in_sync')
  expect(drift.services[0]?.changes).toMatchObject([{ path: 'deploy.replicas', leftBe: asScaled }])
  expect(drifted(scaled, [left('deploy.replicas', '5')])).toMatchObject({ state: 'drifted', dormant: [{ value: '5' }] })
})

test('what is let be counts no more, whatever value it has; what differs besides does', () => {
  const both = (it: Service) => scaled({ ...it, Spec: { ...it.Spec, Labels: { ...it.Spec.Labels, team: 'a' } } })
  expect(drifted(both, [left('deploy.replicas'), left('deploy.labels.team')]).state).toBe('in_sync')
  expect(drifted(both, [left('deploy.replicas')])).toMatchObject({
    state: 'drifted',
    services: [{ changes: [{ path: 'deploy.labels.team', leftBe: null }, { leftBe: { byName: 'kim' } }] }],
  })
})

test('what is let be and does not differ is told apart', () => {
  expect(drifted((it) => it, [left('image')])).toMatchObject({
    state: 'in_sync',
    services: [],
    dormant: [left('image')],
  })
})

test('values of the environment are told when they are asked for', () => {
  const objects = appliedObjects(target, resolved).map((object) =>
    isService(object) && object.ID === 'service-shop_web'
      ? withTemplate({ ContainerSpec: { ...object.Spec.TaskTemplate.ContainerSpec, Env: ['A=2'] } })(object)
      : object,
  )
  expect(driftValues(snapshot(...objects), 'shop', baseline, 'shop_web')).toEqual([
    { path: 'environment.A', before: '1', after: '2', isMasked: false },
  ])
})

test('a forced update and the platforms of a registry are no drift', () => {
  expect(drifted(withTemplate({ ForceUpdate: 3, Placement: { Platforms: [{ OS: 'linux' }] } })).state).toBe('in_sync')
})

test('services that are missing, and those that no revision has', () => {
  const objects = appliedObjects(target, resolved).filter(
    (object) => !('ID' in object && object.ID === 'service-shop_web'),
  )
  expect(driftOf(snapshot(...objects, service({ Name: 'shop_extra', stack: 'shop' })), 'shop', baseline)).toMatchObject(
    {
      state: 'drifted',
      services: [
        { name: 'shop_web', verdict: 'missing' },
        { name: 'shop_extra', verdict: 'extra' },
      ],
    },
  )
})

test('a network that is heard of later than its service is no drift in the end', () => {
  const objects = appliedObjects(target, resolved)
  const withoutNetworks = objects.filter((object) => 'ID' in object)
  expect(driftOf(snapshot(...withoutNetworks), 'shop', baseline).state).toBe('drifted')
  expect(driftOf(snapshot(...objects), 'shop', baseline).state).toBe('in_sync')
})
