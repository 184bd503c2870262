import { expect, test } from 'vitest'
import { aTask } from '@/components/swarm/testing/task-row'
import type { ServiceRow } from '@/lib/contract/services'
import { serviceRow } from '@/lib/swarm/services'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { failurePointsOf } from './failure-points-of'

function row(wish: Partial<ServiceRow>): ServiceRow {
  const web = service({ Name: 'web' })
  return { ...serviceRow(snapshot(web), web), ...wish }
}

test('a single replica is a single point of failure', () => {
  expect(failurePointsOf([row({ desiredTasks: 1, runningTasks: 1 })], [aTask()])).toEqual([
    { kind: 'one_task', serviceName: 'web' },
  ])
})

test('so are all replicas on one node', () => {
  const tasks = [aTask({ slot: 1 }), aTask({ slot: 2 })]
  expect(failurePointsOf([row({ desiredTasks: 2, runningTasks: 2 })], tasks)).toEqual([
    { kind: 'one_node', serviceName: 'web', nodeName: 'node1', tasks: 2 },
  ])
})

test('replicas on two nodes are not, nor is a service that follows the nodes', () => {
  const apart = [aTask({ slot: 1 }), aTask({ slot: 2, nodeId: 'node-2', nodeName: 'node2' })]
  expect(failurePointsOf([row({ desiredTasks: 2, runningTasks: 2 })], apart)).toEqual([])
  expect(failurePointsOf([row({ mode: 'global', desiredTasks: 1, runningTasks: 1 })], [aTask()])).toEqual([])
})

test('what is down already needs no warning', () => {
  expect(failurePointsOf([row({ desiredTasks: 1, runningTasks: 0 })], [aTask({ state: 'failed' })])).toEqual([])
})
