import { expect, test } from 'vitest'
import type { Config, Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { config } from '@/lib/swarm/testing/config'
import { secret } from '@/lib/swarm/testing/secret'
import { configReference, secretReference, service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { namesBehind } from './names-behind'

const v1 = config({ Name: 'site_v1' })
const v2 = config({ Name: 'site_v2', labels: { 'io.skep.family': 'site', 'io.skep.replaces': 'site_v1' } })
const tls = config({ Name: 'tls' })
const tls2 = config({ Name: 'tls_v2', labels: { 'io.skep.family': 'tls', 'io.skep.replaces': 'tls' } })
const key = config({ Name: 'other', labels: { 'io.skep.family': 'key', 'io.skep.replaces': 'key' } })

const at = (object: Config, Name = '/site.conf') => ({ ...configReference(object), File: { Name } })

function spec(wish: { site: Config; tls?: Config; replicas?: number; image?: string }): ServiceSpec {
  const Configs = [at(wish.site), ...(wish.tls ? [at(wish.tls, '/tls')] : [])]
  return service({
    Name: 'shop_web',
    stack: 'shop',
    replicas: wish.replicas ?? 1,
    container: { Image: wish.image ?? 'web:1', Configs },
  }).Spec
}

function behind(before: ServiceSpec | null, now: ServiceSpec, known: Parameters<typeof namesBehind>[2] = null) {
  const web: Service = { ...service({ Name: 'shop_web' }), Spec: now, ...(before && { PreviousSpec: before }) }
  return namesBehind(snapshot(v1, v2, tls, tls2, key, web), 'shop', known).map(({ from, to }) => `${from} → ${to}`)
}

test('right after a rotation the file names the version that was replaced', () => {
  expect(behind(spec({ site: v1 }), spec({ site: v2 }))).toEqual(['site_v1 → site_v2'])
})

test('a deployment that brings the name settles it, whether or not it brings anything else', () => {
  expect(behind(spec({ site: v2 }), spec({ site: v2 }))).toEqual([])
  expect(behind(spec({ site: v2 }), spec({ site: v2, image: 'web:2' }))).toEqual([])
  expect(behind(null, spec({ site: v2 }))).toEqual([])
})

test('scaling, and the rotation of something else, say nothing about the file', () => {
  expect(behind(spec({ site: v2 }), spec({ site: v2, replicas: 3 }))).toEqual(['site_v1 → site_v2'])
  expect(behind(spec({ site: v2, tls }), spec({ site: v2, tls: tls2 }))).toEqual(['site_v1 → site_v2', 'tls → tls_v2'])
})

test('what no rotation made, and what took the place of something else, was brought by a file', () => {
  expect(behind(spec({ site: v2 }), spec({ site: v1 }))).toEqual([])
  expect(behind(spec({ site: v1 }), spec({ site: key }))).toEqual([])
})

test('where the file is known, its names decide', () => {
  const before = spec({ site: v1 })
  expect(behind(before, spec({ site: v2 }), { config: ['site_v2'], secret: [] })).toEqual([])
  expect(behind(spec({ site: v2 }), spec({ site: v2 }), { config: ['site_v1'], secret: [] })).toEqual([
    'site_v1 → site_v2',
  ])
})

test('a secret that was a config, or a variable, is not in the file until a deployment brings it', () => {
  const ofConfig = secret({ Name: 'site', labels: { 'io.skep.moved-from': 'site_v1' } })
  const ofVariable = secret({ Name: 'pw', labels: { 'io.skep.moved-from-variable': 'DB_PASSWORD' } })
  const env = ['DB_PASSWORD_FILE=/run/secrets/pw']
  const now = service({ Name: 'shop_web', stack: 'shop', secrets: [ofConfig, ofVariable], container: { Env: env } })
  const Secrets = [ofConfig, ofVariable].map(secretReference)
  const moved = { ...now, Spec: { ...now.Spec, TaskTemplate: { ContainerSpec: { Env: env, Secrets } } } }
  const after = (PreviousSpec: ServiceSpec) =>
    namesBehind(snapshot(ofConfig, ofVariable, { ...moved, PreviousSpec }), 'shop', null)
  expect(after(spec({ site: v1 }))).toEqual([
    { kind: 'config', into: 'secret', serviceName: 'shop_web', from: 'site_v1', to: 'site' },
    {
      ...{ kind: 'secret', serviceName: 'shop_web', from: 'DB_PASSWORD', to: 'pw' },
      variable: { fileName: 'DB_PASSWORD_FILE', target: '/run/secrets/pw', isBack: false },
    },
  ])
  expect(after(moved.Spec)).toEqual([])
})
