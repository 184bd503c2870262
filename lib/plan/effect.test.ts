import { expect, test } from 'vitest'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { node } from '@/lib/swarm/testing/node'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { task } from '@/lib/swarm/testing/task'
import { effectOf, restartsTasks } from './effect'
import { effectToText } from './plan-to-text'

const api = service({ Name: 'shop_api', replicas: 4, container: { Image: 'shop/api:1', Env: ['MODE=fast'] } })

/** The measured table: what each edit did to the tasks of a real service. */
const edits: [string, boolean, (spec: ServiceSpec) => void][] = [
  ['no change', false, () => {}],
  ['a label of the service', false, (spec) => Object.assign(spec, { Labels: { team: 'shop' } })],
  ['the update policy', false, (spec) => Object.assign(spec, { UpdateConfig: { Parallelism: 2 } })],
  ['more replicas', false, (spec) => Object.assign(spec, { Mode: { Replicated: { Replicas: 9 } } })],
  [
    'placement',
    false,
    (spec) => Object.assign(spec.TaskTemplate, { Placement: { Constraints: ['node.role==worker'] } }),
  ],
  [
    'the same image again',
    false,
    (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Image: 'shop/api:1' }),
  ],
  [
    'a label of the container',
    true,
    (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Labels: { a: 'b' } }),
  ],
  ['an environment variable', true, (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Env: [] })],
  ['a memory limit', true, (spec) => Object.assign(spec.TaskTemplate, { Resources: { Limits: { MemoryBytes: 1 } } })],
  ['the restart policy', true, (spec) => Object.assign(spec.TaskTemplate, { RestartPolicy: { Condition: 'any' } })],
  [
    'a published port',
    true,
    (spec) => Object.assign(spec, { EndpointSpec: { Mode: 'vip', Ports: [{ TargetPort: 80 }] } }),
  ],
  ['a forced update', true, (spec) => Object.assign(spec.TaskTemplate, { ForceUpdate: 1 })],
]

test.each(edits)('%s: tasks are replaced: %s', (_name, isRestart, edit) => {
  const after = structuredClone(api.Spec)
  edit(after)
  expect(restartsTasks(api.Spec, after)).toBe(isRestart)
})

function restarted(wish: Parameters<typeof service>[0], tasks = 0) {
  const before = service(wish)
  const after = structuredClone(before.Spec)
  after.TaskTemplate.ForceUpdate = 1
  const running = Array.from({ length: tasks }, (_, index) => task(before, { ID: `task-${index}` }))
  return effectToText(effectOf(snapshot(before, ...running), before, after))
}

test('without a policy, tasks are stopped one by one and watched for five seconds', () => {
  expect(restarted({ Name: 'shop_api', replicas: 4 })).toMatchInlineSnapshot(
    `"restarts 4 tasks, stop-first, 1 at a time, monitor 5000 ms, 3 running at worst, on failure pause, no healthcheck"`,
  )
})

test('a policy without parallelism replaces all tasks at once', () => {
  expect(
    restarted({ Name: 'shop_api', replicas: 4, update: { Monitor: 1e9, FailureAction: 'rollback' } }),
  ).toMatchInlineSnapshot(
    `"restarts 4 tasks, stop-first, all at once, monitor 1000 ms, 0 running at worst, on failure rollback, no healthcheck"`,
  )
})

test('start-first never has less running than before', () => {
  const update = { Parallelism: 2, Delay: 5e9, Order: 'start-first' }
  const container = { Healthcheck: { Test: ['CMD', 'true'] } }
  expect(restarted({ Name: 'shop_api', replicas: 4, update, container })).toMatchInlineSnapshot(
    `"restarts 4 tasks, start-first, 2 at a time, delay 5000 ms, monitor 5000 ms, 4 running at worst, on failure pause, healthcheck"`,
  )
})

test('a batch larger than the service counts as the service', () => {
  expect(restarted({ Name: 'shop_api', replicas: 1, update: { Parallelism: 3 } })).toContain('0 running at worst')
})

test('a health check that says NONE is none', () => {
  expect(restarted({ Name: 'shop_api', container: { Healthcheck: { Test: ['NONE'] } } })).toContain('no healthcheck')
})

test('a service that wants no task restarts none', () => {
  expect(restarted({ Name: 'shop_api', replicas: 0 })).toBe('no task restarts')
})

test('a global service restarts the tasks that it has', () => {
  expect(restarted({ Name: 'agent', mode: { Global: {} } }, 3)).toContain('restarts 3 tasks')
})

test('a constraint replaces the tasks on nodes that no longer meet it, and no others', () => {
  const before = service({ Name: 'shop_api', replicas: 3 })
  const nodes = [node({ Hostname: 'node1', Labels: { disk: 'ssd' } }), node({ Hostname: 'node2' })]
  const tasks = [1, 2, 3].map((slot) => task(before, { slot, nodeId: slot === 1 ? 'node-node2' : 'node-node1' }))
  const constrained = (constraint: string) => {
    const after = structuredClone(before.Spec)
    after.TaskTemplate.Placement = { Constraints: [constraint] }
    return effectToText(effectOf(snapshot(before, ...nodes, ...tasks), before, after))
  }
  expect(constrained('node.labels.disk==ssd')).toMatch(/^restarts 1 task, .* 2 running at worst/)
  expect(constrained('node.role==worker')).toBe('no task restarts')
})
