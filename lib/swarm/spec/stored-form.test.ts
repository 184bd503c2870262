import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { storedForm } from './stored-form'

type Recorded = { name: string; sent: object; stored: Record<string, object> }

/** What engines 20.10.24 and 28.5.2 made of what they were sent, the IDs of networks written as `id-of-NAME`. */
const recorded: Recorded[] = JSON.parse(readFileSync(new URL('testdata/stored-specs.json', import.meta.url), 'utf8'))

const networkName = (target: string) => target.replace(/^id-of-/, '')

describe.each(['1.41', '1.51'])('on an engine of API %s', (apiVersion) => {
  test.each(recorded)('what is sent has the form of what is stored: $name', ({ sent, stored }) => {
    const live = stored[apiVersion] ?? {}
    expect(storedForm(sent, { networkName, sentWith: apiVersion })).toEqual(storedForm(live, { networkName }))
  })

  test.each(recorded)('a stored spec is whole in its form, but for what says nothing: $name', ({ stored }) => {
    const live = stored[apiVersion] ?? {}
    const again = storedForm(storedForm(live, { networkName }), { networkName })
    expect(again).toEqual(storedForm(live, { networkName }))
  })
})

const base = { Name: 'shop_web', TaskTemplate: { ContainerSpec: { Image: 'shop/web:1' } } }

function formOf(container: object, task: object = {}) {
  const spec = { ...base, TaskTemplate: { ContainerSpec: { Image: 'shop/web:1', ...container }, ...task } }
  return storedForm(spec, { networkName })
}

test('an empty object that the orchestrator tells from nothing stays', () => {
  expect(formOf({ DNSConfig: {} })).not.toEqual(formOf({}))
  expect(formOf({}, { Resources: { Limits: {} } })).not.toEqual(formOf({}, { Resources: {} }))
  expect(formOf({ StopGracePeriod: 0 })).not.toEqual(formOf({}))
  expect(formOf({ Init: false })).not.toEqual(formOf({}))
})

test('the order of lists counts, since the engine restarts tasks for it, but not that of constraints', () => {
  expect(formOf({ Env: ['A=1', 'B=2'] })).not.toEqual(formOf({ Env: ['B=2', 'A=1'] }))
  expect(formOf({}, { Placement: { Constraints: ['a==1', 'b==2'] } })).toEqual(
    formOf({}, { Placement: { Constraints: ['b==2', 'a==1'] } }),
  )
})

test('secrets and configs are known by name, and so is the config that is a credential spec', () => {
  const file = { Name: 'key', UID: '0', GID: '0', Mode: 0o444 }
  const live = {
    Secrets: [{ File: file, SecretID: 's1', SecretName: 'shop_key' }],
    Configs: [{ Runtime: {}, ConfigID: 'c1', ConfigName: 'shop_spec' }],
    Privileges: { CredentialSpec: { Config: 'c1', File: '', Registry: '' }, SELinuxContext: null },
  }
  const converted = {
    Secrets: [{ File: file, SecretID: '', SecretName: 'shop_key' }],
    Configs: [{ Runtime: {}, ConfigID: '', ConfigName: 'shop_spec' }],
    Privileges: { CredentialSpec: { Config: 'shop_spec', File: '', Registry: '' }, SELinuxContext: null },
  }
  expect(formOf(converted)).toEqual(formOf(live))
  expect(formOf(live).TaskTemplate.ContainerSpec?.Privileges?.CredentialSpec).toEqual({ Config: 'shop_spec' })
})

test('labels and options are kept as they are, whatever their names', () => {
  const labels = JSON.parse('{"__proto__": "x", "empty": "", "StopGracePeriod": "0"}')
  expect(formOf({ Labels: labels }).TaskTemplate.ContainerSpec?.Labels).toStrictEqual(labels)
})

test('numbers that JSON cannot hold are as inexact as those that the engine gave', () => {
  const sent = storedForm(
    { ...base, TaskTemplate: { RestartPolicy: { MaxAttempts: 2n ** 64n - 1n } } },
    { networkName },
  )
  const live = JSON.parse('{"Name":"shop_web","TaskTemplate":{"RestartPolicy":{"MaxAttempts":18446744073709551615}}}')
  expect(sent).toEqual(storedForm(live, { networkName }))
})
