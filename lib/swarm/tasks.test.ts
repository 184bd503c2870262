import { expect, test } from 'vitest'
import { isCurrent, isWanted, taskRow } from './tasks'
import { config } from './testing/config'
import { node } from './testing/node'
import { service } from './testing/service'
import { snapshot } from './testing/snapshot'
import { task } from './testing/task'

const east = node({ Hostname: 'east' })
const list = config({ Name: 'todo-list-config' })
const api = service({ Name: 'todo_api', stack: 'todo', configs: [list] })

test('a row tells where, since when and from what a task runs', () => {
  const running = task(api, { nodeId: east.ID, slot: 3 })
  expect(taskRow(snapshot(east, api, running), running)).toMatchObject({
    serviceName: 'todo_api',
    stack: 'todo',
    slot: 3,
    nodeName: 'east',
    state: 'running',
    image: 'shop/api:1',
    isRunning: true,
    isCurrent: true,
    exitCode: null,
    configNames: ['todo-list-config'],
    secretNames: [],
  })
})

test('an error is handed on whole, with the exit code', () => {
  const error = `starting container failed: ${'x'.repeat(5000)}`
  const failed = task(api, { state: 'failed', desired: 'shutdown', error, exitCode: 137 })
  expect(taskRow(snapshot(api, failed), failed)).toMatchObject({ error, exitCode: 137, isRunning: false })
})

test('a task whose service is gone keeps its stack by its container and is named by an id', () => {
  const orphan = task({
    ...api,
    Spec: { ...api.Spec, TaskTemplate: { ContainerSpec: { Labels: api.Spec.Labels ?? {} } } },
  })
  expect(taskRow(snapshot(orphan), orphan)).toMatchObject({
    serviceName: 'service-todo_api',
    stack: 'todo',
    isCurrent: false,
  })
})

test('a task is current while its spec is the service’s, in whatever order the engine writes it', () => {
  const { Runtime, ContainerSpec, ...rest } = api.Spec.TaskTemplate
  expect(isCurrent(task(api, { spec: { ContainerSpec, ...rest, Runtime } }), api)).toBe(true)
  expect(isCurrent(task(api, { spec: { ...rest, ContainerSpec: { Image: 'shop/api:2' } } }), api)).toBe(false)
  expect(isCurrent(task(api, { spec: { ...api.Spec.TaskTemplate, ForceUpdate: 1 } }), api)).toBe(false)
})

test('the engine leaves the runtime out of a task’s spec, and networks where an old client put them', () => {
  const { Runtime: _runtime, ...spec } = api.Spec.TaskTemplate
  const Networks = [{ Target: 'network-back' }]
  expect(isCurrent(task(api, { spec }), api)).toBe(true)
  expect(isCurrent(task(api, { spec: { ...spec, Networks } }), api)).toBe(false)
  expect(isCurrent(task(api, { spec: { ...spec, Networks } }), { ...api, Spec: { ...api.Spec, Networks } })).toBe(true)
})

test('placement alone does not make a task old, because the engine keeps it', () => {
  const spec = { ...api.Spec.TaskTemplate, Placement: { Constraints: ['node.role==worker'] } }
  expect(isCurrent(task(api, { spec }), api)).toBe(true)
})

test.each([
  ['running', 'running', true],
  ['ready', 'ready', true],
  ['running', 'complete', true],
  ['running', 'shutdown', false],
  ['running', 'remove', false],
  ['failed', 'running', false],
])('a task that is %s and should be %s is wanted: %s', (state, desired, expected) => {
  expect(isWanted(task(api, { state, desired }))).toBe(expected)
})
