import { expect, test } from 'vitest'
import type { DeployFile } from '@/lib/contract/deploy'
import type { Moved } from '@/lib/contract/stack-files'
import type { FilesWish } from '@/lib/deploy/files/convert-files'
import type { Service } from '@/lib/swarm/engine-types'
import { service } from '@/lib/swarm/testing/service'
import { filesAfter } from './files-after'

const file = (name: string, text: string): DeployFile => {
  const bytes = Buffer.from(text)
  return { name, sizeBytes: bytes.length, dataBase64: bytes.toString('base64') }
}
const textOf = (files: readonly DeployFile[], name: string) =>
  Buffer.from(files.find((one) => one.name === name)?.dataBase64 ?? '', 'base64').toString()

const at = (ConfigName: string, Name: string) => ({ ConfigID: ConfigName, ConfigName, File: { Name } })
const using = (Name: string, ...Configs: ReturnType<typeof at>[]) =>
  service({ Name, stack: 'shop', container: { Configs } })
const secretUser = (Name: string, SecretName: string, target: string) =>
  service({
    Name,
    stack: 'shop',
    container: { Secrets: [{ SecretID: SecretName, SecretName, File: { Name: target } }] },
  })

type Wish = {
  files: DeployFile[]
  services: Service[]
  moved: Moved[]
  content?: string
  variables?: FilesWish['variables']
}

function after({ files, services, moved, content, variables = {} }: Wish) {
  const composeFiles = files.filter(({ name }) => name.endsWith('.yaml')).map(({ name }) => name)
  return filesAfter({
    stack: { stack: 'shop', apiVersion: '1.41', files, composeFiles, variables },
    services: new Map(services.map((one) => [one.Spec.Name, one])),
    moved,
    contents: new Map(content === undefined ? [] : moved.map(({ to }) => [to, Buffer.from(content)])),
  })
}

function filesOf(result: ReturnType<typeof after>): DeployFile[] {
  if (!result || 'problem' in result) throw new Error(result?.problem ?? 'nothing to change')
  return result.files
}

const moved = (serviceName: string, from: string, to: string): Moved => ({ kind: 'config', serviceName, from, to })

const external = `# The shop.
services:
  web: # the shop window
    image: nginx:1
    configs: [{source: site, target: /etc/site.conf}]
configs:
  site: # by ops
    external: true
    name: site_v1 # keep in step
`

test('an external version is named anew, and every other character stays', () => {
  const services = [using('shop_web', at('site_v1', '/etc/site.conf'))]
  const files = filesOf(
    after({ files: [file('a.yaml', external)], services, moved: [moved('shop_web', 'site_v1', 'site_v2')] }),
  )
  expect(textOf(files, 'a.yaml')).toBe(external.replace('name: site_v1 #', 'name: site_v2 #'))
})

test('the watcher may have seen the move already, and the file may have been behind before it', () => {
  const ahead = [using('shop_web', at('site_v3', '/etc/site.conf'))]
  const files = filesOf(
    after({ files: [file('a.yaml', external)], services: ahead, moved: [moved('shop_web', 'site_v2', 'site_v3')] }),
  )
  expect(textOf(files, 'a.yaml')).toContain('name: site_v3 #')
  expect(after({ files, services: ahead, moved: [moved('shop_web', 'site_v2', 'site_v3')] })).toBeNull()
})

test('a byte order mark and Windows line ends stay', () => {
  const text = `\ufeff${external.replaceAll('\n', '\r\n')}`
  const services = [using('shop_web', at('site_v1', '/etc/site.conf'))]
  const files = filesOf(
    after({ files: [file('a.yaml', text)], services, moved: [moved('shop_web', 'site_v1', 'site_v2')] }),
  )
  expect(textOf(files, 'a.yaml')).toBe(text.replace('name: site_v1 #', 'name: site_v2 #'))
})

const own = `services:
  web: {image: "nginx:1", configs: [site]}
configs:
  site:
    file: ./conf/site.conf # in this folder
`

test('a config of the stack gets a name, and its file the content of the version', () => {
  const files = filesOf(
    after({
      files: [file('a.yaml', own), file('conf/site.conf', 'old')],
      services: [using('shop_web', at('shop_site', 'site'))],
      moved: [moved('shop_web', 'shop_site', 'shop_site_v2')],
      content: 'new',
    }),
  )
  expect(textOf(files, 'a.yaml')).toBe(own.replace('    file:', '    name: shop_site_v2\n    file:'))
  expect(textOf(files, 'conf/site.conf')).toBe('new')
})

test('of a secret of the stack there is neither a value nor how long it is', () => {
  const text = 'services:\n  web: {image: "nginx:1", secrets: [key]}\nsecrets:\n  key:\n    file: key.txt\n'
  const files = filesOf(
    after({
      files: [file('a.yaml', text), { name: 'key.txt', sizeBytes: 14 }],
      services: [secretUser('shop_web', 'shop_key', 'key')],
      moved: [{ kind: 'secret', serviceName: 'shop_web', from: 'shop_key', to: 'shop_key_v2' }],
    }),
  )
  expect(textOf(files, 'a.yaml')).toContain('  key:\n    name: shop_key_v2\n    file: key.txt\n')
  expect(files[1]).toEqual({ name: 'key.txt', sizeBytes: 1 })
})

test('of several Compose files, the one whose word counts is changed', () => {
  const base = file('a.yaml', external)
  const over = file('b.yaml', 'configs:\n  site:\n    external: true\n    name: site_v1\n')
  const services = [using('shop_web', at('site_v1', '/etc/site.conf'))]
  const files = filesOf(after({ files: [base, over], services, moved: [moved('shop_web', 'site_v1', 'site_v2')] }))
  expect(files[0]).toBe(base)
  expect(textOf(files, 'b.yaml')).toContain('name: site_v2')
})

test('what a rotation has not touched is left as it drifted', () => {
  const services = [using('shop_web', at('site_v9', '/etc/site.conf'))]
  expect(after({ files: [file('a.yaml', external)], services, moved: [moved('shop_api', 'x', 'y')] })).toBeNull()
})

test('what only a person can change is told', () => {
  const two = external
    .replace('configs: [{', 'configs: [{source: tls, target: /tls}, {')
    .concat('  tls: {external: true}\n')
  const both = two.replace(
    'services:\n',
    'services:\n  api:\n    image: nginx:1\n    configs: [{source: site, target: /etc/site.conf}]\n',
  )
  const services = [
    using('shop_web', at('site_v2', '/etc/site.conf'), at('tls', '/tls')),
    using('shop_api', at('site_v1', '/etc/site.conf')),
  ]
  const wish = { services, moved: [moved('shop_web', 'site_v1', 'site_v2')] }
  expect(after({ files: [file('a.yaml', both)], ...wish })).toEqual({ problem: 'some_services_stay', name: 'site_v1' })
  const alias =
    'x-site: &site {external: true, name: site_v1}\nservices:\n  web: {image: "nginx:1", configs: [{source: site, target: /etc/site.conf}]}\nconfigs:\n  site: *site\n'
  expect(after({ files: [file('a.yaml', alias)], ...wish })).toEqual({ problem: 'shared_by_alias', name: 'site_v1' })
  const shared = own.concat('  again:\n    file: conf/site.conf\n')
  expect(
    after({
      files: [file('a.yaml', shared), file('conf/site.conf', 'old')],
      services: [using('shop_web', at('shop_site_v2', 'site'))],
      moved: [moved('shop_web', 'shop_site', 'shop_site_v2')],
      content: 'new',
    }),
  ).toEqual({ problem: 'file_shared', name: 'shop_site' })
  expect(after({ files: [file('a.yaml', 'services: [')], ...wish })).toEqual({ problem: 'not_readable', name: 'shop' })
})
