import { expect, test } from 'vitest'
import { convertStack } from '@/lib/compose/convert-stack'
import { parseFile } from '@/lib/compose/parse/parse-file'
import { applyEdits } from './apply-edits'
import { nameObject } from './name-object'

const services = `services:
  web:
    image: nginx:1 # as tested
    configs: [site]
`

function rename(configs: string, from: string, to = 'site_v2', variables: Record<string, string> = {}) {
  const text = `${services}${configs}`
  const naming = nameObject(parseFile('stack.yml', text), { kind: 'config', stack: 'shop', from, to, variables })
  if ('problem' in naming) return naming.problem
  const edited = applyEdits('stack.yml', text, naming.edits)
  // What counts is which object the CLI would use afterwards.
  const converted = convertStack({
    stack: 'shop',
    files: [
      { name: 'stack.yml', bytes: new TextEncoder().encode(edited) },
      { name: '/x/site.conf', bytes: new Uint8Array([1]) },
    ],
    composeFiles: ['stack.yml'],
    variables,
    projectDir: '/x',
    homeDir: null,
    apiVersion: '1.41',
  })
  if ('refused' in converted) throw new Error(converted.refused[0].code)
  const [reference] = converted.services[0]?.TaskTemplate.ContainerSpec.Configs ?? []
  expect(reference).toMatchObject({ ConfigName: to, File: { Name: 'site' } })
  return edited.slice(services.length)
}

test('a name that is written is replaced, its quotes and the comments kept', () => {
  expect(rename("configs:\n  site:\n    external: true # made by hand\n    name: 'site_v1' # now\n", 'site_v1')).toBe(
    "configs:\n  site:\n    external: true # made by hand\n    name: 'site_v2' # now\n",
  )
})

test('an external object that is named by its key gets a name, and keeps its key for the path in the container', () => {
  expect(rename('configs:\n  # by ops\n  site:\n    external: true\n', 'site')).toBe(
    'configs:\n  # by ops\n  site:\n    name: site_v2\n    external: true\n',
  )
  expect(rename('configs:\n  site: { external: true }\n', 'site')).toBe(
    'configs:\n  site: { name: site_v2, external: true }\n',
  )
  expect(rename('configs: {site: {external: true}}\n', 'site')).toBe(
    'configs: {site: { name: site_v2, external: true}}\n',
  )
})

test('an object that is made from a file gets a name in place of the one with the stack before it', () => {
  expect(rename('configs:\r\n  site:\r\n    file: site.conf\r\n', 'shop_site')).toBe(
    'configs:\r\n  site:\r\n    name: site_v2\r\n    file: site.conf\r\n',
  )
})

test('the old form of an external name is kept', () => {
  expect(rename('configs:\n  site:\n    external:\n      name: site_v1\n', 'site_v1')).toBe(
    'configs:\n  site:\n    external:\n      name: site_v2\n',
  )
})

test('before 3.5 an external object is named in its old form', () => {
  const old = `version: "3.3"\nconfigs:\n  site:\n    external: true\n`
  const naming = nameObject(parseFile('a.yml', old), {
    kind: 'config',
    stack: 's',
    from: 'site',
    to: 'b2',
    variables: {},
  })
  expect('edits' in naming && applyEdits('a.yml', old, naming.edits)).toBe(
    `version: "3.3"\nconfigs:\n  site:\n    external: { name: b2 }\n`,
  )
})

test('a name that comes from a variable is found by its value, and written out', () => {
  expect(
    rename(`configs:\n  site:\n    external: true\n    name: site_\${V}\n`, 'site_v1', 'site_v2', { V: 'v1' }),
  ).toBe('configs:\n  site:\n    external: true\n    name: site_v2\n')
})

test('a name that YAML would take for a number is quoted', () => {
  expect(rename('configs:\n  site:\n    external: true\n    name: site_v1\n', 'site_v1', '20260131')).toContain(
    'name: "20260131"',
  )
})

test('what only a person can decide is said', () => {
  expect(rename('configs:\n  site:\n    external: true\n', 'other')).toBe('not_named')
  expect(rename('x-ext: &ext\n  external: true\nconfigs:\n  site: *ext\n', 'site')).toBe('shared_by_alias')
  const old = 'version: "3.3"\nconfigs:\n  site:\n    file: a\n'
  expect(
    nameObject(parseFile('a.yml', old), { kind: 'config', stack: 's', from: 's_site', to: 'b', variables: {} }),
  ).toEqual({ problem: 'version_without_names' })
})
