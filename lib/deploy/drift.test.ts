import { expect, test } from 'vitest'
import type { Service } from '@/lib/swarm/engine-types'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { driftBaseline, driftOf } from './drift'
import { targetBodies } from './target'
import { applied, appliedObjects, isService } from './testing/applied'
import { converted } from './testing/converted'
import { planned } from './testing/planned'

const text = 'services: {web: {image: "web:1", environment: {A: 1}}, api: {image: "api:1", ports: ["80:80", "81:81"]}}'
const target = converted(text)
const { resolved } = planned(text)
const baseline = driftBaseline(targetBodies(target, resolved).services, '1.51')

function drifted(edit: (service: Service) => Service, options?: Parameters<typeof driftOf>[3]) {
  const objects = appliedObjects(target, resolved).map((object) =>
    isService(object) && object.ID === 'service-shop_web' ? edit(object) : object,
  )
  return driftOf(snapshot(...objects), 'shop', baseline, options)
}

const withTemplate =
  (change: object) =>
  (it: Service): Service => ({
    ...it,
    UpdatedAt: '2026-02-01T00:00:00Z',
    Spec: { ...it.Spec, TaskTemplate: { ...it.Spec.TaskTemplate, ...change } },
  })

test('a stack is in sync right after it was deployed', () => {
  expect(driftOf(applied(target, resolved), 'shop', baseline)).toEqual({ state: 'in_sync', since: null, services: [] })
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
        changes: [{ path: 'deploy.labels.team', before: null, after: 'a', isMasked: false }],
      },
    ],
  })
})

test('a value of the environment is not told', () => {
  const variable = (it: Service) =>
    withTemplate({ ContainerSpec: { ...it.Spec.TaskTemplate.ContainerSpec, Env: ['A=2'] } })(it)
  expect(drifted(variable).services[0]?.changes).toEqual([
    { path: 'environment.A', before: null, after: null, isMasked: true },
  ])
})

test('another number of replicas is meant to be, unless it is asked for', () => {
  const scaled = (it: Service): Service => ({ ...it, Spec: { ...it.Spec, Mode: { Replicated: { Replicas: 7 } } } })
  expect(drifted(scaled).state).toBe('in_sync')
  expect(drifted(scaled, { withReplicas: true }).services[0]?.changes).toMatchObject([
    { path: 'deploy.replicas', before: '1', after: '7' },
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
