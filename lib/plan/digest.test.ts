import { expect, test } from 'vitest'
import { planScale } from '@/lib/scaling/plan'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { canonicalJson, planDigest, specDigest, specStanding, storedDigest } from './digest'
import type { Plan, StepOf } from './plan'

test('the order of keys does not matter, that of lists does', () => {
  expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[1,{"d":null}]}')
  expect(canonicalJson(['a', 'b'])).not.toBe(canonicalJson(['b', 'a']))
})

test('a spec has the same digest before and after its successor got an id', () => {
  const nginx = config({ Name: 'nginx' })
  const planned = service({ Name: 'web', configs: [{ ...nginx, ID: '' }] })
  expect(specDigest(planned.Spec)).toBe(specDigest(service({ Name: 'web', configs: [nginx] }).Spec))
  expect(specDigest(planned.Spec)).not.toBe(specDigest(service({ Name: 'web' }).Spec))
})

test('a plan has the digest that was approved until the very field changes, or what the change does to tasks', () => {
  const digestOf = (wish: Parameters<typeof service>[0]) => {
    const it = service(wish)
    return planDigest(planScale(snapshot(it), it.ID, 5))
  }
  const approved = digestOf({ Name: 'web', replicas: 2 })
  expect(digestOf({ Name: 'web', replicas: 2, labels: { team: 'b' }, index: 99 })).toBe(approved)
  expect(digestOf({ Name: 'web', replicas: 3 })).not.toBe(approved)
})

test('a live spec is at the one that a step found, at the one it leaves, or elsewhere', () => {
  const context = { networkName: (target: string) => target.replace(/^id-of-/, '') }
  const networks = (Target: string) => ({ Networks: [{ Target }] })
  const found = service({ Name: 'web', template: networks('id-of-front') }).Spec
  // As it is sent, it has names, and leaves out what the engine fills in.
  const sent = {
    ...found,
    TaskTemplate: { ...networks('back'), ContainerSpec: found.TaskTemplate.ContainerSpec },
    Mode: {},
  }
  const step = { before: specDigest(found), after: storedDigest(sent, { ...context, sentWith: '1.51' }) }
  const left = service({ Name: 'web', template: networks('id-of-back') }).Spec
  expect(specStanding(found, step, context)).toBe('before')
  expect(specStanding(left, step, context)).toBe('after')
  expect(specStanding({ ...left, Labels: { team: 'a' } }, step, context)).toBe('elsewhere')
})

test('ports are compared without their order, which differs from one deployment by the CLI to the next', () => {
  const [http, https] = [
    { TargetPort: 80, PublishedPort: 80 },
    { TargetPort: 443, PublishedPort: 443 },
  ]
  const digestOf = (ports: { TargetPort: number; PublishedPort: number }[]) =>
    storedDigest(service({ Name: 'web', ports }).Spec, { networkName: (target) => target })
  expect(digestOf([https, http])).toBe(digestOf([http, https]))
  expect(digestOf([http])).not.toBe(digestOf([http, https]))
})

test('a spec from a stack file is approved whole: its masked values are in nothing but its digest', () => {
  const step: StepOf<'replace-spec'> = {
    action: 'replace-spec',
    serviceId: 'service-web',
    serviceName: 'shop_web',
    stack: 'shop',
    before: 'aaaa',
    after: 'bbbb',
    effect: { kind: 'none' },
    changes: [{ path: 'environment.PASSWORD', before: null, after: null, isMasked: true }],
  }
  const title = { code: 'deploy-stack', params: { stack: 'shop' } } as const
  const digestOf = (change: Partial<typeof step>) => {
    const plan: Plan = { schema: 1, swarmId: 's', title, steps: [{ ...step, ...change }], notes: [], undoes: null }
    return planDigest(plan)
  }
  expect(digestOf({ before: 'cccc' })).toBe(digestOf({}))
  expect(digestOf({ after: 'cccc' })).not.toBe(digestOf({}))
})
