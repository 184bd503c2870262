import { expect, test } from 'vitest'
import type { DeployPlan } from '@/lib/deploy/plan-deploy'
import { digestOne, planned } from '@/lib/deploy/testing/planned'
import { sha256 } from '@/lib/plan/digest'
import type { Node } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { config } from '@/lib/swarm/testing/config'
import { network } from '@/lib/swarm/testing/network'
import { node } from '@/lib/swarm/testing/node'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { task } from '@/lib/swarm/testing/task'

const nodes = [
  node({ Hostname: 'node1', Labels: { disk: 'ssd' } }),
  node({ Hostname: 'node2' }),
  node({ Hostname: 'node3', Availability: 'drain' }),
  node({ Hostname: 'node4', state: 'down' }),
]

/** What is noted of the service `api`, which the text goes on describing, in a swarm of two usable nodes. */
function notesOn(
  api: string,
  swarm: Snapshot = snapshot(...nodes),
  wish: Parameters<typeof planned>[1] = {},
): string[] {
  return serviceNotes(planned(`services: {api: {image: "shop/api:1", ${api}}}`, { snapshot: swarm, ...wish }))
}

function serviceNotes({ services }: DeployPlan): string[] {
  return services
    .flatMap(({ notes }) => notes)
    .map(({ code, params = {} }) => {
      return [code, ...Object.entries(params).map(([name, value]) => `${name}=${String(value)}`)].join(' ')
    })
}

test('nothing is noted of a service that nothing speaks against', () => {
  expect(notesOn('deploy: {replicas: 2}')).toEqual([])
})

test('no node fits: which filter rules out how many', () => {
  expect(notesOn('deploy: {placement: {constraints: [node.labels.disk==tape]}}')).toEqual([
    'no_node_fits nodes=4 unavailable=2 constraints=2 platform=0 plugins=0 ports=0 resources=0',
  ])
  expect(notesOn('deploy: {resources: {reservations: {memory: 5G}}}')).toEqual([
    'no_node_fits nodes=4 unavailable=2 constraints=0 platform=0 plugins=0 ports=0 resources=2',
  ])
  const images = new Map([['shop/api:1', { digest: digestOne, platforms: [{ OS: 'linux', Architecture: 'arm64' }] }]])
  expect(notesOn('', snapshot(...nodes), { images })).toEqual([
    'no_node_fits nodes=4 unavailable=2 constraints=0 platform=2 plugins=0 ports=0 resources=0',
  ])
  expect(notesOn('deploy: {replicas: 0, placement: {constraints: [node.labels.disk==tape]}}')).toEqual([])
})

test('images and nodes call the same platform by different names', () => {
  const images = (Architecture: string) =>
    new Map([['shop/api:1', { digest: digestOne, platforms: [{ OS: 'linux', Architecture }] }]])
  expect(notesOn('', snapshot(...nodes), { images: images('amd64') })).toEqual([])
  expect(notesOn('', snapshot(...nodes), { images: images('arm') })).toEqual([])
})

test('a node without a plugin, or with the port of its host taken, gets no task', () => {
  const withVolume = 'volumes: [{type: volume, source: data, target: /d}]'
  const text = `services: {api: {image: "shop/api:1", ${withVolume}}}\nvolumes: {data: {driver: rexray}}`
  expect(serviceNotes(planned(text, { snapshot: snapshot(...nodes) }))).toEqual([
    'no_node_fits nodes=4 unavailable=2 constraints=0 platform=0 plugins=2 ports=0 resources=0',
  ])
  const plugged = snapshot(withPlugin(node({ Hostname: 'node1' }), 'Volume', 'rexray:latest'))
  expect(serviceNotes(planned(text, { snapshot: plugged }))).toEqual([])
  const logging = snapshot(withPlugin(node({ Hostname: 'node1' }), 'Log', 'json-file'))
  expect(notesOn('logging: {driver: json-file}', logging)).toEqual([])
  expect(notesOn('logging: {driver: loki}', logging)).toEqual([
    'no_node_fits nodes=1 unavailable=0 constraints=0 platform=0 plugins=1 ports=0 resources=0',
  ])
  // Old engines do not tell what they can log to.
  expect(notesOn('logging: {driver: loki}')).toEqual([])

  const rival = service({ Name: 'crm', ports: [{ TargetPort: 80, PublishedPort: 8080, PublishMode: 'host' }] })
  const busy = snapshot(...nodes, rival, ...[1, 2].map((at) => task(rival, { slot: at, nodeId: `node-node${at}` })))
  expect(notesOn('ports: [{target: 80, published: 8080, mode: host}]', busy)).toEqual([
    'no_node_fits nodes=4 unavailable=2 constraints=0 platform=0 plugins=0 ports=2 resources=0',
  ])
})

function withPlugin(it: Node, Type: string, Name: string): Node {
  const Engine = { ...it.Description.Engine, Plugins: [{ Type, Name }] }
  return { ...it, Description: { ...it.Description, Engine } }
}

test('resources that people have named are counted by their kind', () => {
  const deploy =
    'deploy: {resources: {reservations: {generic_resources: [{discrete_resource_spec: {kind: gpu, value: 2}}]}}}'
  const gpus = (count: number) => {
    const it = node({ Hostname: 'node1' })
    const GenericResources = [{ DiscreteResourceSpec: { Kind: 'gpu', Value: count } }]
    const Resources = { ...it.Description.Resources, GenericResources }
    return snapshot({ ...it, Description: { ...it.Description, Resources } })
  }
  expect(notesOn(deploy, gpus(2))).toEqual([])
  expect(notesOn(deploy, gpus(1))).toEqual([
    'no_node_fits nodes=1 unavailable=0 constraints=0 platform=0 plugins=0 ports=0 resources=1',
  ])
})

test('more replicas than their reservations leave room for', () => {
  expect(notesOn('deploy: {replicas: 5, resources: {reservations: {cpus: "1"}}}')).toEqual([
    'not_enough_room tasks=5 room=4',
  ])
  const busy = service({ Name: 'busy', template: { Resources: { Reservations: { NanoCPUs: 1e9 } } } })
  const swarm = snapshot(...nodes, busy, task(busy, { nodeId: 'node-node1' }))
  expect(notesOn('deploy: {replicas: 4, resources: {reservations: {cpus: "1"}}}', swarm)).toEqual([
    'not_enough_room tasks=4 room=3',
  ])
})

test('what tasks of the service itself hold is given back by its update', () => {
  const own = service({
    Name: 'shop_api',
    stack: 'shop',
    replicas: 4,
    template: { Resources: { Reservations: { NanoCPUs: 1e9 } } },
  })
  const tasks = [1, 2, 3, 4].map((slot) => task(own, { slot, nodeId: slot > 2 ? 'node-node1' : 'node-node2' }))
  expect(
    notesOn('deploy: {replicas: 4, resources: {reservations: {cpus: "1"}}}', snapshot(...nodes, own, ...tasks)),
  ).toEqual([])
})

test('more replicas than the limit for each node allows', () => {
  expect(notesOn('deploy: {replicas: 5, placement: {max_replicas_per_node: 2}}')).toEqual([
    'max_replicas_per_node most=2 nodes=2 tasks=5',
  ])
})

test('a port of the host takes one task on each node, also during an update that starts first', () => {
  const ports = 'ports: [{target: 80, published: 8080, mode: host}]'
  expect(notesOn(`${ports}, deploy: {replicas: 3}`)).toEqual(['host_port_exceeds_nodes ports=8080 nodes=2 tasks=3'])
  expect(notesOn(`${ports}, deploy: {replicas: 2, update_config: {order: start-first}}`)).toEqual([
    'host_port_start_first ports=8080 nodes=2',
  ])
  expect(notesOn(`${ports}, deploy: {replicas: 1, update_config: {order: start-first}}`)).toEqual([])
  expect(notesOn(`${ports}, deploy: {mode: global}`)).toEqual([])
})

test('ports of SSH and of the swarm itself', () => {
  expect(notesOn('ports: ["22:22", "4789:4789/udp", "4789:4789"]')).toEqual(['dangerous_port ports=22/tcp,4789/udp'])
})

const labels = { 'com.docker.stack.image': 'shop/api:1' }
const live = (Image: string) =>
  snapshot(...nodes, service({ Name: 'shop_api', stack: 'shop', labels, container: { Image } }))

test('a tag that now means another image, or that no digest is known for', () => {
  const then = `sha256:${'0'.repeat(64)}`
  expect(notesOn('', live(`shop/api:1@${then}`))).toEqual([
    `digest_moves image=shop/api:1 from=${then} to=${digestOne}`,
  ])
  expect(notesOn('', undefined, { options: { resolveImage: 'never' } })).toEqual(['image_not_pinned image=shop/api:1'])
})

test('a registry that is silent', () => {
  const images = new Map([['shop/api:1', null]])
  expect(notesOn('', undefined, { images })).toEqual([
    'registry_silent image=shop/api:1',
    'image_not_pinned image=shop/api:1',
  ])
  expect(notesOn('user: "1"', live(`shop/api:1@${digestOne}`), { images })).toEqual(['image_kept image=shop/api:1'])
})

test('a job runs again only when it changes', () => {
  const text = 'services: {api: {image: "shop/api:1", deploy: {mode: replicated-job, replicas: 2}}}'
  const job = (command: string[]) => {
    const mode = { ReplicatedJob: { MaxConcurrent: 2, TotalCompletions: 2 } }
    const Networks = [{ Target: 'network-shop_default', Aliases: ['api'] }]
    const container = {
      Image: `shop/api:1@${digestOne}`,
      Labels: { 'com.docker.stack.namespace': 'shop' },
      Isolation: 'default',
      Privileges: {},
      Args: command,
    }
    const template = { Networks, Resources: {}, Placement: {} }
    const own = service({ Name: 'shop_api', stack: 'shop', mode, labels, container, template })
    return planned(text, { snapshot: snapshot(...nodes, network({ Name: 'shop_default', stack: 'shop' }), own) })
  }
  expect(serviceNotes(job([]))).toEqual(['job_does_not_run'])
  expect(serviceNotes(job(['old']))).toEqual(['job_runs_again'])
  expect(job(['old']).services[0]).toMatchObject({ verdict: 'update', effect: { kind: 'start', tasks: 2 } })
})

test('an update that is under way is replaced, and warned of', () => {
  const busy = service({ Name: 'shop_api', stack: 'shop', replicas: 4, status: { State: 'updating' } })
  const { plan } = planned('services: {api: {image: "shop/api:2"}}', { snapshot: snapshot(busy, ...nodes) })
  expect(plan.notes.map(({ code }) => code)).toEqual(['no_healthcheck', 'update_in_progress'])
})

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
  const wish = { snapshot: snapshot(...nodes) }
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
