import { expect, test } from 'vitest'
import { config } from '@/lib/swarm/testing/config'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { applyIntent, fieldNow, fieldState, type ReplaceReference } from './intent'

const old = config({ Name: 'nginx' })
const next = config({ Name: 'nginx_v2' })
const other = config({ Name: 'motd' })
const api = service({ Name: 'shop_api', configs: [other, old], secrets: [secret({ Name: 'password' })], replicas: 2 })

const replace: ReplaceReference = {
  action: 'replace-reference',
  kind: 'config',
  from: { name: 'nginx', id: old.ID },
  to: { name: 'nginx_v2', id: next.ID },
}

test('only id and name of the reference change: path, owner and mode stay, and so does everything else', () => {
  const before = structuredClone(api.Spec)
  const [, reference] = before.TaskTemplate.ContainerSpec?.Configs ?? []
  Object.assign(reference?.File ?? {}, { Name: '/etc/nginx.conf', UID: '101', GID: '102', Mode: 0o400 })
  Object.assign(before, { FieldOfALaterEngine: { kept: true } })

  const expected = structuredClone(before)
  Object.assign(expected.TaskTemplate.ContainerSpec?.Configs?.[1] ?? {}, { ConfigID: next.ID, ConfigName: 'nginx_v2' })
  expect(applyIntent(before, replace)).toEqual(expected)
})

test('a config that is mounted twice is replaced twice', () => {
  const twice = service({ Name: 'shop_api', configs: [old, old] })
  const after = applyIntent(twice.Spec, replace)
  expect(after.TaskTemplate.ContainerSpec?.Configs?.map((it) => it.ConfigName)).toEqual(['nginx_v2', 'nginx_v2'])
})

test('a secret is replaced among the secrets, never among the configs', () => {
  const [from, to] = [secret({ Name: 'password' }), secret({ Name: 'password_v2' })]
  const intent = {
    ...replace,
    kind: 'secret',
    from: { name: 'password', id: from.ID },
    to: { name: 'x', id: to.ID },
  } as const
  const container = applyIntent(api.Spec, intent).TaskTemplate.ContainerSpec
  expect(container?.Secrets?.map((it) => [it.SecretID, it.SecretName])).toEqual([[to.ID, 'x']])
  expect(container?.Configs).toEqual(api.Spec.TaskTemplate.ContainerSpec?.Configs)
})

test('what was applied stands at its target, and the way back leads to the same spec', () => {
  const after = applyIntent(api.Spec, replace)
  expect([fieldState(api.Spec, replace), fieldState(after, replace)]).toEqual(['from', 'to'])
  expect(applyIntent(after, { ...replace, from: replace.to, to: replace.from })).toEqual(api.Spec)
})

test('a reference to a removed and newly made object of the same name is another reference', () => {
  const recreated = service({ Name: 'shop_api', configs: [{ ...old, ID: 'config-made-again' }] })
  expect(fieldState(recreated.Spec, replace)).toBe('other')
  expect(fieldNow(recreated.Spec, replace)).toEqual({ field: 'config', now: 'nginx' })
})

test('while the successor has no id yet, it is known by its name', () => {
  const after = service({ Name: 'shop_api', configs: [next] })
  expect(fieldState(after.Spec, { ...replace, to: { name: 'nginx_v2', id: null } })).toBe('to')
})

test('replicas stand at the old number, at the new one, or at another', () => {
  const scale = { action: 'set-replicas', from: 2, to: 5 } as const
  const at = (replicas: number) => fieldState(service({ Name: 'shop_api', replicas }).Spec, scale)
  expect([at(2), at(5), at(3)]).toEqual(['from', 'to', 'other'])
  expect(applyIntent(api.Spec, scale)).toEqual({ ...api.Spec, Mode: { Replicated: { Replicas: 5 } } })
})

test('a service that became global has no replicas to change', () => {
  const { Spec } = service({ Name: 'shop_api', mode: { Global: {} } })
  expect(fieldState(Spec, { action: 'set-replicas', from: 2, to: 5 })).toBe('other')
  expect(fieldNow(Spec, { action: 'set-replicas', from: 2, to: 5 })).toEqual({ field: 'replicas', now: null })
})
