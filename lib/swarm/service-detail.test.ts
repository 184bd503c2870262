import { expect, test } from 'vitest'
import { specDigest } from '@/lib/plan/digest'
import { serviceDetail } from './service-detail'
import { serviceRows } from './services'
import { network } from './testing/network'
import { node } from './testing/node'
import { service } from './testing/service'
import { snapshot } from './testing/snapshot'
import { task } from './testing/task'

const east = node({ Hostname: 'east' })
const back = network({ Name: 'back' })
const web = service({
  Name: 'web',
  replicas: 2,
  labels: { 설명: '할 일' },
  container: {
    Image: 'shop/web:2@sha256:abc',
    Env: ['PASSWORD=hunter2', 'EMPTY=', 'A=b=c', 'UNSET'],
    Args: ['--verbose'],
    StopGracePeriod: 3e9,
    Mounts: [{ Target: '/data', Source: 'data', ReadOnly: true }],
  },
  template: {},
  update: { Parallelism: 0, Order: 'start-first', Monitor: 2e9 },
})
const placed = {
  ...web,
  Spec: {
    ...web.Spec,
    TaskTemplate: {
      ...web.Spec.TaskTemplate,
      Networks: [{ Target: back.Id, Aliases: ['web'] }],
      Placement: {
        Constraints: ['node.role==worker'],
        Preferences: [{ Spread: { SpreadDescriptor: 'node.labels.az' } }],
      },
    },
  },
}

test('environment values are in no part of the detail', () => {
  const detail = serviceDetail(snapshot(web), 'web')
  expect(detail?.environmentNames).toEqual(['PASSWORD', 'EMPTY', 'A', 'UNSET'])
  expect(JSON.stringify(detail)).not.toContain('hunter2')
})

test('facts of the spec are told in our units', () => {
  expect(serviceDetail(snapshot(back, placed), 'web')).toMatchObject({
    row: { image: { name: 'shop/web:2', digest: 'sha256:abc' } },
    replicas: 2,
    specDigest: specDigest(placed.Spec),
    hasPreviousSpec: false,
    args: ['--verbose'],
    stopGraceMs: 3000,
    labels: { 설명: '할 일' },
    mounts: [{ kind: 'volume', source: 'data', target: '/data', isReadOnly: true }],
    networks: [{ id: back.Id, name: 'back', aliases: ['web'] }],
    constraints: ['node.role==worker'],
    preferences: ['node.labels.az'],
    updatePolicy: { order: 'start-first', parallelism: 0, monitorMs: 2000, failureAction: 'pause' },
    rollbackPolicy: { order: 'stop-first', parallelism: 1, monitorMs: 5000 },
  })
})

test('tasks come slot by slot, in each the newest first, and every node has a column', () => {
  const tasks = [
    task(web, { ID: 'two', slot: 2, nodeId: east.ID }),
    task(web, { ID: 'one-old', slot: 1, state: 'failed', desired: 'shutdown' }),
    task(web, { ID: 'one', slot: 1, createdAt: '2026-01-01T13:00:00Z' }),
  ]
  const detail = serviceDetail(snapshot(east, node({ Hostname: 'west', Availability: 'drain' }), web, ...tasks), 'web')
  expect(detail?.tasks.map((row) => row.id)).toEqual(['one', 'one-old', 'two'])
  expect(detail?.nodes).toEqual([
    { id: 'node-east', hostname: 'east', isAvailable: true },
    { id: 'node-west', hostname: 'west', isAvailable: false },
  ])
})

test('a global service and a name that nobody has', () => {
  const agent = service({ Name: 'agent', mode: { Global: {} } })
  expect(serviceDetail(snapshot(agent), 'agent')?.replicas).toBeNull()
  expect(serviceDetail(snapshot(agent), 'constructor')).toBeNull()
})

test('rows come by name, and the update is told in the engine’s words', () => {
  const status = { State: 'updating', StartedAt: '2026-01-01T12:00:00Z', CompletedAt: '0001-01-01T00:00:00Z' }
  const rows = serviceRows(snapshot(service({ Name: 'b' }), service({ Name: 'a', status })))
  expect(rows.map((row) => row.name)).toEqual(['a', 'b'])
  expect(rows[0]?.update).toEqual({
    state: 'updating',
    message: '',
    startedAt: Date.parse('2026-01-01T12:00:00Z'),
    completedAt: null,
  })
  expect(rows[1]?.update).toBeNull()
})
