import { expect, test } from 'vitest'
import { planned } from '@/lib/deploy/testing/planned'
import { sha256 } from '@/lib/plan/digest'
import { config } from '@/lib/swarm/testing/config'
import { network } from '@/lib/swarm/testing/network'
import { node } from '@/lib/swarm/testing/node'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'

/** What is noted of one object. */
function objectNotes(text: string, wish: Parameters<typeof planned>[1], name: string): string[] {
  const object = planned(text, wish).objects.find((candidate) => candidate.name === name)
  return [object?.verdict ?? 'none', ...(object?.notes ?? []).map(({ code }) => code)]
}

const withConfig = 'services: {api: {image: a}}\nconfigs: {site: {file: s, labels: {a: b}}}\nsecrets: {key: {file: s}}'

test('an object of somebody else is adopted by its labels, as with the CLI', () => {
  const swarm = snapshot(config({ Name: 'shop_site', stack: 'crm', sha256: sha256('x') }), secret({ Name: 'shop_key' }))
  const wish = { files: { s: 'x' }, snapshot: swarm }
  expect(objectNotes(withConfig, wish, 'shop_site')).toEqual(['relabel', 'adopted'])
  expect(objectNotes(withConfig, wish, 'shop_key')).toEqual(['relabel', 'adopted', 'value_unseen'])
  expect(planned(withConfig, wish).plan.steps.filter(({ action }) => action === 'relabel-object')).toMatchObject([
    { kind: 'secret', name: 'shop_key', id: 'secret-shop_key' },
    { kind: 'config', name: 'shop_site', id: 'config-shop_site' },
  ])
})

test('labels of ours are no difference', () => {
  const ours = { a: 'b', 'io.skep.family': 'site' }
  const swarm = snapshot(config({ Name: 'shop_site', stack: 'shop', labels: ours, sha256: sha256('x') }))
  expect(objectNotes(withConfig, { files: { s: 'x' }, snapshot: swarm }, 'shop_site')).toEqual(['unchanged'])
})

test('what cannot be compared, or is another but never updated', () => {
  const swarm = snapshot(
    config({ Name: 'shop_site', stack: 'shop', labels: { a: 'b' }, templating: 'golang' }),
    secret({ Name: 'shop_key', stack: 'shop', driver: 'vault' }),
  )
  const wish = { files: { s: 'x' }, snapshot: swarm }
  expect(objectNotes(withConfig, wish, 'shop_site')).toEqual(['unchanged', 'content_unknown', 'templating_differs'])
  expect(objectNotes(withConfig, wish, 'shop_key')).toEqual(['unchanged', 'value_unseen', 'driver_differs'])
})

const withNetwork = (more: string) => `services: {api: {image: a, networks: [n]}}\nnetworks: {n: {${more}}}`

test('a network that exists is never changed, but said to differ', () => {
  const own = (wish: object) =>
    snapshot(network({ Name: 'shop_n', stack: 'shop', ...wish }), service({ Name: 'shop_x', stack: 'shop' }))
  const fields = (text: string, wish: object) =>
    planned(withNetwork(text), { snapshot: own(wish) }).objects[0]?.notes.flatMap(({ params }) => params?.fields ?? [])
  expect(fields('', {})).toEqual([])
  expect(fields('', { Options: { 'com.docker.network.driver.overlay.vxlanid_list': '4097' } })).toEqual([])
  expect(fields('', { IPAM: { Driver: 'default', Config: [{ Subnet: '10.0.1.0/24', Gateway: '10.0.1.1' }] } })).toEqual(
    [],
  )
  expect(fields('attachable: true, internal: true, labels: {a: b}', {})).toEqual(['attachable', 'internal', 'labels'])
  expect(fields('driver_opts: {encrypted: ""}', { Driver: 'other' })).toEqual(['driver', 'driver_opts'])
  expect(fields('ipam: {config: [{subnet: 10.9.0.0/24}]}', { IPAM: { Config: [{ Subnet: '10.8.0.0/24' }] } })).toEqual([
    'ipam.config',
  ])
})

test('a network without services may be on its way out', () => {
  const swarm = snapshot(network({ Name: 'shop_n', stack: 'shop' }))
  expect(objectNotes(withNetwork(''), { snapshot: swarm }, 'shop_n')).toEqual(['unchanged', 'network_lingers'])
})

test('what is no longer in the file stays', () => {
  const old = config({ Name: 'shop_old', stack: 'shop' })
  const swarm = snapshot(
    old,
    network({ Name: 'shop_n', stack: 'shop' }),
    service({ Name: 'crm_api', template: { Networks: [{ Target: 'network-shop_n' }] } }),
  )
  const text = 'services: {api: {image: a}}'
  expect(objectNotes(text, { snapshot: swarm }, 'shop_old')).toEqual(['leave', 'not_in_file'])
  expect(objectNotes(text, { snapshot: swarm }, 'shop_n')).toEqual(['leave', 'not_in_file', 'used_elsewhere'])
})

const withVolume = (deploy: string, driver = '') =>
  `services: {db: {image: a, volumes: ["data:/d"], deploy: {${deploy}}}}\nvolumes: {data: {${driver}}}`

test('a local volume ties a service to a node, or its data is left behind', () => {
  const wish = { snapshot: snapshot(node({ Hostname: 'node1', Labels: { disk: 'ssd' } }), node({ Hostname: 'node2' })) }
  expect(objectNotes(withVolume(''), wish, 'shop_data')).toEqual(['create', 'local_volume_unpinned'])
  expect(objectNotes(withVolume('placement: {constraints: [node.labels.disk==ssd]}'), wish, 'shop_data')).toEqual([
    'create',
  ])
  expect(objectNotes(withVolume('mode: global'), wish, 'shop_data')).toEqual(['create'])
  expect(objectNotes(withVolume('', 'driver: nfs'), wish, 'shop_data')).toEqual(['create'])
})

test('volumes that exist keep their driver; those no longer mounted keep their data', () => {
  const mount = (Source: string) => ({
    Type: 'volume',
    Source,
    Target: '/d',
    VolumeOptions: { Labels: { 'com.docker.stack.namespace': 'shop' } },
  })
  const db = service({
    Name: 'shop_db',
    stack: 'shop',
    container: { Image: 'a', Mounts: [mount('shop_data'), mount('shop_old')] },
  })
  const wish = { snapshot: snapshot(db) }
  expect(objectNotes(withVolume(''), wish, 'shop_data')).toEqual(['unchanged'])
  expect(objectNotes(withVolume('', 'driver: nfs'), wish, 'shop_data')).toEqual(['shape_differs', 'driver_differs'])
  expect(objectNotes(withVolume(''), wish, 'shop_old')).toEqual(['leave', 'volume_stays'])
  expect(objectNotes(withVolume('', 'external: true'), wish, 'data')).toEqual(['external'])
})
