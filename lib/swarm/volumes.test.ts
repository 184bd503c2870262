import { expect, test } from 'vitest'
import type { Mount, ServiceModeSpec } from './engine-types'
import { node } from './testing/node'
import { service } from './testing/service'
import { snapshot } from './testing/snapshot'
import { task } from './testing/task'
import { mayLoseData, volumeRow, volumeRows } from './volumes'

const nodes = [node({ Hostname: 'east', Labels: { disk: 'ssd' } }), node({ Hostname: 'west' })]
const data: Mount = { Type: 'volume', Source: 'data', Target: '/var/lib/data' }

const db = (mount: Mount, constraints: string[] = [], mode?: ServiceModeSpec) =>
  service({
    Name: 'db',
    mode,
    template: { ContainerSpec: { Mounts: [mount] }, Placement: { Constraints: constraints } },
  })

test('a volume is known by the specs that name it, and its data by where their tasks were', () => {
  const user = db(data)
  const moved = task(user, { ID: 'old', nodeId: 'node-west', state: 'shutdown', desired: 'shutdown' })
  const swarm = snapshot(...nodes, user, task(user, { nodeId: 'node-east' }), moved)
  expect(volumeRows(swarm)).toEqual([
    {
      id: 'data',
      name: 'data',
      driver: 'local',
      stack: null,
      usedBy: ['db'],
      nodes: [
        { id: 'node-east', hostname: 'east' },
        { id: 'node-west', hostname: 'west' },
      ],
      isPinned: false,
      mayLoseData: true,
    },
  ])
})

test('a local volume whose service may move can lose its data; one that fits a single node cannot', () => {
  expect(mayLoseData(snapshot(...nodes, db(data)), 'data')).toBe(true)
  expect(mayLoseData(snapshot(...nodes, db(data, ['node.labels.disk==ssd'])), 'data')).toBe(false)
  expect(mayLoseData(snapshot(...nodes, db(data, ['node.labels.disk!=nvme'])), 'data')).toBe(true)
})

test('a global service keeps to each node’s own data', () => {
  expect(volumeRow(snapshot(...nodes, db(data, [], { Global: {} })), 'data')?.isPinned).toBe(true)
})

test('a volume over the network, or of another driver, is the same everywhere', () => {
  const nfs = { ...data, VolumeOptions: { DriverConfig: { Options: { type: 'nfs', o: 'addr=10.0.0.9' } } } }
  const ceph = { ...data, VolumeOptions: { DriverConfig: { Name: 'rbd' } } }
  expect(mayLoseData(snapshot(...nodes, db(nfs)), 'data')).toBe(false)
  expect(mayLoseData(snapshot(...nodes, db(ceph)), 'data')).toBe(false)
})

test('binds and anonymous volumes are no volumes of the swarm', () => {
  const bind = db({ Type: 'bind', Source: '/srv', Target: '/srv' })
  const anonymous = db({ Type: 'volume', Target: '/tmp' })
  expect(volumeRows(snapshot(bind))).toEqual([])
  expect(volumeRows(snapshot(anonymous))).toEqual([])
  expect(volumeRow(snapshot(bind), 'constructor')).toBeNull()
})
