import { expect, test } from 'vitest'
import { storedDigest } from '@/lib/plan/digest'
import { applyIntent } from '@/lib/plan/intent'
import type { SpecStep } from '@/lib/plan/plan'
import { updateStep } from '@/lib/plan/update-step'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { guard } from './guard'

const web = service({ Name: 'web', configs: [config({ Name: 'nginx' })], replicas: 2 })
const scale = updateStep(snapshot(web), web, { action: 'set-replicas', from: 2, to: 3 })
const rotate = updateStep(snapshot(web), web, {
  action: 'replace-reference',
  kind: 'config',
  from: { name: 'nginx', id: 'config-nginx' },
  to: { name: 'nginx_v2', id: 'config-nginx_v2' },
})

const toSecret = updateStep(snapshot(web), web, {
  action: 'move-reference',
  from: { kind: 'config', name: 'nginx', id: 'config-nginx' },
  to: { kind: 'secret', name: 'nginx', id: 'secret-nginx' },
  targets: ['/nginx'],
})

function sent(step: typeof scale, edit: (spec: ServiceSpec) => void = () => {}) {
  const spec = structuredClone(applyIntent(web.Spec, step))
  edit(spec)
  return () => guard(spec, { before: web.Spec, step, actorId: 'user-1' })
}

test('what was planned may be sent', () => {
  expect(sent(scale)).not.toThrow()
  expect(sent(rotate)).not.toThrow()
  expect(sent(toSecret)).not.toThrow()
})

const more: [string, (spec: ServiceSpec) => void][] = [
  ['another image', (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Image: 'evil' })],
  ['a field that we do not know', (spec) => Object.assign(spec.TaskTemplate, { Later: true })],
  ['a lost label', (spec) => Object.assign(spec, { Labels: undefined })],
  [
    'another path of the file',
    (spec) => {
      const [reference] = spec.TaskTemplate.ContainerSpec?.Configs ?? []
      Object.assign(reference?.File ?? {}, { Name: '/etc/passwd' })
    },
  ],
]

test.each(more)('%s besides is refused', (_name, edit) => {
  expect(sent(scale, edit)).toThrow('not_allowed')
  expect(sent(rotate, edit)).toThrow('not_allowed')
})

test('the way to a secret may change nothing besides, not even the path of the file', () => {
  const elsewhere = (spec: ServiceSpec) => {
    const [reference] = spec.TaskTemplate.ContainerSpec?.Secrets ?? []
    Object.assign(reference?.File ?? {}, { Name: '/etc/passwd' })
  }
  expect(sent(toSecret, elsewhere)).toThrow('not_allowed')
  expect(sent(toSecret, (spec) => Object.assign(spec.TaskTemplate, { Later: true }))).toThrow('not_allowed')
})

test('a rotation may not scale, and scaling may not rotate', () => {
  expect(sent(rotate, (spec) => Object.assign(spec, { Mode: { Replicated: { Replicas: 9 } } }))).toThrow('not_allowed')
  const swap = (spec: ServiceSpec) => Object.assign(spec, applyIntent(spec, rotate))
  expect(sent(scale, swap)).toThrow('not_allowed')
})

const networkName = (target: string) => (target === 'network-front' ? 'front' : target)
const form = { networkName }
const whole = service({ Name: 'shop_web', stack: 'shop', configs: [config({ Name: 'nginx' })], replicas: 2 })
const digest = storedDigest(whole.Spec, form)
const effect = { kind: 'none' } as const
const creation: SpecStep = { action: 'create-service', serviceName: 'shop_web', stack: 'shop', after: digest, effect }
const replacement: SpecStep = { ...creation, action: 'replace-spec', serviceId: 's', before: 'x', changes: [] }

function wholeSpec(step: SpecStep, edit: (spec: ServiceSpec) => void = () => {}) {
  const spec = structuredClone(whole.Spec)
  edit(spec)
  return () => guard(spec, { step, form, actorId: 'user-1' })
}

test('a whole spec may be sent if it is the one that was planned', () => {
  expect(wholeSpec(creation)).not.toThrow()
  expect(wholeSpec(replacement)).not.toThrow()
})

const otherSpecs: typeof more = [
  ...more,
  ['another name', (spec) => Object.assign(spec, { Name: 'crm_web' })],
  ['another stack', (spec) => Object.assign(spec, { Labels: { 'com.docker.stack.namespace': 'crm' } })],
  ['more replicas', (spec) => Object.assign(spec, { Mode: { Replicated: { Replicas: 3 } } })],
  ['another mode', (spec) => Object.assign(spec, { Mode: { Global: {} } })],
  ['another config', (spec) => Object.assign(spec.TaskTemplate.ContainerSpec?.Configs?.[0] ?? {}, { ConfigName: 'x' })],
  [
    'a mount of the host',
    (spec) => {
      const Mounts = [{ Type: 'bind', Source: '/', Target: '/host' }]
      Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Mounts })
    },
  ],
  [
    'a capability',
    (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { CapabilityAdd: ['CAP_SYS_ADMIN'] }),
  ],
  ['a variable', (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Env: ['A=1'] })],
  ['a network', (spec) => Object.assign(spec.TaskTemplate, { Networks: [{ Target: 'host' }] })],
  ['a port', (spec) => Object.assign(spec, { EndpointSpec: { Ports: [{ TargetPort: 22, PublishedPort: 22 }] } })],
  ['another runtime', (spec) => Object.assign(spec.TaskTemplate, { Runtime: 'plugin' })],
  ['a forced update', (spec) => Object.assign(spec.TaskTemplate, { ForceUpdate: 1 })],
]

test.each(otherSpecs)('of a whole spec, %s is refused', (_name, edit) => {
  expect(wholeSpec(creation, edit)).toThrow('not_allowed')
  expect(wholeSpec(replacement, edit)).toThrow('not_allowed')
})

const noDifference: typeof more = [
  // The id is known only once the object is there.
  [
    'the id of a config',
    (spec) => Object.assign(spec.TaskTemplate.ContainerSpec?.Configs?.[0] ?? {}, { ConfigID: 'y' }),
  ],
  ['a default written out', (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Isolation: 'default' })],
  ['an empty list', (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Env: [] })],
]

test.each(noDifference)('%s is no difference to the engine, nor here', (_name, edit) => {
  expect(wholeSpec(creation, edit)).not.toThrow()
})

test('a network is the same by its id and by its name', () => {
  const joined = (Target: string) => service({ Name: 'shop_web', template: { Networks: [{ Target }] } }).Spec
  const step = { ...creation, after: storedDigest(joined('front'), form) }
  expect(() => guard(joined('network-front'), { step, form, actorId: 'user-1' })).not.toThrow()
  expect(() => guard(joined('back'), { step, form, actorId: 'user-1' })).toThrow('not_allowed')
})

test('the refusal names the service, and that more would have changed than was planned', () => {
  expect(wholeSpec(creation, (spec) => Object.assign(spec, { Name: 'x' }))).toThrow(
    expect.objectContaining({ params: { kind: 'service', name: 'shop_web', reason: 'more_than_planned' } }),
  )
})
