import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { node } from '@/lib/swarm/testing/node'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planScale } from './plan'

const nodes = [node({ Hostname: 'node1' }), node({ Hostname: 'node2' }), node({ Hostname: 'node3', state: 'down' })]

function planned(wish: Parameters<typeof service>[0], replicas: number): string {
  const it = service(wish)
  return planToText(planScale(snapshot(it, ...nodes), it.ID, replicas))
}

test('more replicas start tasks and restart none', () => {
  expect(planned({ Name: 'api', replicas: 2 }, 5)).toMatchInlineSnapshot(`
    "scale-service service=api from=2 to=5
    - set-replicas api 2 → 5 (starts 3 tasks)"
  `)
})

test('fewer replicas stop the surplus; the next deploy of the stack would set the number of its file', () => {
  expect(planned({ Name: 'shop_api', stack: 'shop', replicas: 5 }, 2)).toMatchInlineSnapshot(`
    "scale-service service=shop_api from=5 to=2
    - set-replicas shop_api 5 → 2 (stops 3 tasks)
    ! file_has_replicas stack=shop"
  `)
})

test('no replicas at all stop the service', () => {
  expect(planned({ Name: 'api', replicas: 5 }, 0)).toMatchInlineSnapshot(`
    "scale-service service=api from=5 to=0
    - set-replicas api 5 → 0 (stops 5 tasks)
    ! stops_all_tasks"
  `)
})

test('a host port lets one task run on each node that can be used', () => {
  const ports = [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'host' }]
  expect(planned({ Name: 'api', replicas: 1, ports }, 2)).not.toContain('published_host_port')
  expect(planned({ Name: 'api', replicas: 1, ports }, 3)).toMatchInlineSnapshot(`
    "scale-service service=api from=1 to=3
    - set-replicas api 1 → 3 (starts 2 tasks)
    ! published_host_port ports=8080 nodes=2"
  `)
})

test('nodes that the constraints rule out do not count', () => {
  const ports = [{ TargetPort: 80, PublishedPort: 8080, PublishMode: 'host' }]
  const template = { Placement: { Constraints: ['node.hostname==node1'] } }
  expect(planned({ Name: 'api', replicas: 1, ports, template }, 2)).toContain('published_host_port ports=8080 nodes=1')
})

test('a limit of replicas on each node limits them all', () => {
  const template = { Placement: { MaxReplicas: 2 } }
  expect(planned({ Name: 'api', replicas: 1, template }, 4)).not.toContain('max_replicas')
  expect(planned({ Name: 'api', replicas: 1, template }, 5)).toContain('! max_replicas_per_node most=2 nodes=2')
})

test('replicas on several nodes do not share a local volume', () => {
  const Mounts = [
    { Type: 'volume', Source: 'db_data', Target: '/data' },
    { Type: 'volume', Source: 'shared', Target: '/shared', VolumeOptions: { DriverConfig: { Name: 'nfs' } } },
    { Type: 'bind', Source: '/etc', Target: '/etc' },
  ]
  expect(planned({ Name: 'db', replicas: 1, container: { Mounts } }, 2)).toContain('! local_volume volumes=db_data')
  expect(planned({ Name: 'db', replicas: 2, container: { Mounts } }, 1)).not.toContain('local_volume')
})

test('the number that is there already is nothing to do', () => {
  expect(() => planned({ Name: 'api', replicas: 3 }, 3)).toThrow('nothing_to_do')
})

test('a global service has no number to change', () => {
  expect(() => planned({ Name: 'agent', mode: { Global: {} } }, 3)).toThrow(
    expect.objectContaining({
      code: 'invalid_input',
      params: { fields: ['replicas'], reasons: ['not_replicated'] },
    }),
  )
})

test('a service that went away is not found', () => {
  expect(() => planScale(snapshot(), 'service-api', 3)).toThrow('not_found')
})
