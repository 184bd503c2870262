import { expect, test } from 'vitest'
import { stackDetail } from './stack-detail'
import { stackRow, stackRows } from './stacks'
import { madeAt } from './testing/meta'
import { node } from './testing/node'
import { service } from './testing/service'
import { snapshot } from './testing/snapshot'
import { task } from './testing/task'

const now = Date.parse(madeAt)
const east = node({ Hostname: 'east' })
const web = service({ Name: 'todo_web', stack: 'todo', replicas: 2 })
const db = service({ Name: 'todo_db', stack: 'todo' })
const lone = service({ Name: 'lone' })
const error = 'no suitable node (scheduling constraints not satisfied on 1 node)'

const swarm = snapshot(
  east,
  web,
  db,
  lone,
  task(web, { slot: 1, nodeId: east.ID }),
  task(web, { slot: 2, nodeId: east.ID }),
  task(db, { state: 'pending', error }),
  task(lone, { nodeId: east.ID }),
)

test('a stack is as bad as its worst service, and names it', () => {
  expect(stackRow(swarm, 'todo', now)).toEqual({
    id: 'todo',
    name: 'todo',
    health: 'failing',
    reason: { code: 'pending', params: { error, service: 'todo_db' } },
    services: 2,
    servicesRunning: 1,
    desiredTasks: 3,
    runningTasks: 2,
    updating: [],
    drift: 'unknown',
    behind: [],
    updatedAt: now,
  })
})

test('services without a stack make a row with an empty name, which has no page', () => {
  expect(stackRows(swarm, now).map((row) => [row.name, row.services])).toEqual([
    ['todo', 2],
    ['', 1],
  ])
  expect(stackDetail(swarm, '', now)).toBeNull()
})

test('a stack that is gone has no row', () => {
  expect(stackRow(swarm, 'gone', now)).toBeNull()
  expect(stackDetail(swarm, 'constructor', now)).toBeNull()
})

test('one stopped service does not make a running stack anything else', () => {
  const zero = service({ Name: 'todo_zero', stack: 'todo', replicas: 0 })
  const row = stackRow(snapshot(east, db, task(db, { nodeId: east.ID }), zero), 'todo', now)
  expect(row).toMatchObject({ health: 'running', reason: null, services: 2, servicesRunning: 1 })
})

test('services with an update in progress are named', () => {
  const updating = service({ Name: 'todo_api', stack: 'todo', status: { State: 'updating' } })
  expect(stackRow(snapshot(updating, task(updating), db, task(db)), 'todo', now)).toMatchObject({
    health: 'working',
    updating: ['todo_api'],
  })
})

test('the page of a stack shows tasks that are meant to run and the last failure of each slot without one', () => {
  const failed = (n: number) =>
    task(db, { ID: `f${n}`, state: 'failed', desired: 'shutdown', createdAt: `2026-01-01T11:0${n}:00Z` })
  const running = task(web, { slot: 1, nodeId: east.ID })
  const replaced = task(web, { ID: 'old', slot: 1, state: 'failed', desired: 'shutdown' })
  const next = task(db, { state: 'starting' })
  const detail = stackDetail(snapshot(east, web, db, running, replaced, failed(1), failed(2), next), 'todo', now)
  expect(detail?.tasks.map((row) => row.id)).toEqual([next.ID, 'f2', running.ID])
})

test('ports say whose they are', () => {
  const api = service({ Name: 'todo_api', stack: 'todo', ports: [{ TargetPort: 80, PublishedPort: 8080 }] })
  expect(stackDetail(snapshot(east, api, task(api)), 'todo', now)?.ports).toEqual([
    { published: 8080, target: 80, protocol: 'tcp', mode: 'ingress', serviceName: 'todo_api' },
  ])
})
