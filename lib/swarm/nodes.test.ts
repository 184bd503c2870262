import { expect, test } from 'vitest'
import { nodeDetail, nodeRow, nodeRows } from './nodes'
import { node } from './testing/node'
import { service } from './testing/service'
import { snapshot } from './testing/snapshot'
import { task } from './testing/task'
import { swarmTotals } from './totals'

const east = node({ Hostname: 'east', Role: 'manager', Labels: { 'zone/구역': '서울' } })

test('reservations of tasks that are there or on their way are summed; those of ended ones are free again', () => {
  const template = { Resources: { Reservations: { NanoCPUs: 5e8, MemoryBytes: 1024 } } }
  const api = service({ Name: 'api', replicas: 3, template })
  const on = (slot: number, state: string, desired = 'running') => task(api, { slot, state, desired, nodeId: east.ID })
  const row = nodeRow(snapshot(east, api, on(1, 'running'), on(2, 'starting'), on(3, 'shutdown', 'shutdown')), east)
  expect(row).toMatchObject({ reservedNanoCpus: 1e9, reservedMemoryBytes: 2048, runningTasks: 1 })
})

test('a leader is told apart, and its labels are kept as written', () => {
  expect(nodeRow(snapshot(east), east)).toMatchObject({
    role: 'manager',
    isLeader: true,
    reachability: 'reachable',
    health: 'running',
    labels: { 'zone/구역': '서울' },
  })
})

test.each([
  [{ state: 'down' }, 'failing'],
  [{ state: 'unknown' }, 'attention'],
  [{ Availability: 'drain' }, 'attention'],
  [{ Availability: 'pause' }, 'attention'],
  [{ Availability: 'active' }, 'running'],
])('a node with %o is %s', (wish, health) => {
  const west = node({ Hostname: 'west', ...wish })
  expect(nodeRow(snapshot(west), west).health).toBe(health)
})

test('two nodes with one hostname are two rows in an order that does not change', () => {
  const twin = { ...east, ID: 'node-zz' }
  expect(nodeRows(snapshot(twin, east)).map((row) => row.id)).toEqual(['node-east', 'node-zz'])
})

test('the detail has all tasks of the node, the newest first', () => {
  const api = service({ Name: 'api' })
  const old = task(api, { ID: 'old', nodeId: east.ID, state: 'failed', desired: 'shutdown' })
  const young = task(api, { ID: 'young', nodeId: east.ID, createdAt: '2026-01-01T13:00:00Z' })
  expect(nodeDetail(snapshot(east, api, old, young), east.ID)?.tasks.map((row) => row.id)).toEqual(['young', 'old'])
  expect(nodeDetail(snapshot(east), 'node-gone')).toBeNull()
})

test('totals count what is ready and reachable', () => {
  const lost = node({ Hostname: 'lost', Role: 'manager', state: 'down' })
  const unreachable = { ...lost, ManagerStatus: { Reachability: 'unreachable' } }
  expect(swarmTotals(snapshot(east, unreachable, node({ Hostname: 'w' })))).toEqual({
    nodes: 3,
    nodesReady: 2,
    managers: 2,
    managersReachable: 1,
  })
})
