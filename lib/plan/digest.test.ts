import { expect, test } from 'vitest'
import { planScale } from '@/lib/scaling/plan'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { canonicalJson, planDigest, specDigest } from './digest'

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
