import { expect, test } from 'vitest'
import type { DeployPlan } from '@/lib/deploy/plan-deploy'
import { digestOne, planned } from '@/lib/deploy/testing/planned'
import type { Node } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { network } from '@/lib/swarm/testing/network'
import { node } from '@/lib/swarm/testing/node'
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
  // There is no digest that could be kept.
  expect(notesOn('user: "1"', live('shop/api:1'), { images })).toEqual(['image_not_pinned image=shop/api:1'])
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
