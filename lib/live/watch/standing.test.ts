import { expect, test } from 'vitest'
import type { EngineInfo } from '@/lib/swarm/engine-types'
import { problemOf } from './standing'

const manager: EngineInfo = {
  swarmId: 'swarm-1',
  nodeId: 'node-1',
  nodeName: 'node1',
  engineVersion: '28.5.2',
  apiVersion: '1.51',
  localNodeState: 'active',
  isManager: true,
  error: '',
  addresses: ['10.0.0.1'],
  systemTime: '',
}
const noLeader = 'The swarm does not have a leader.'

test('a manager with a quorum has no problem', () => {
  expect(problemOf(manager)).toBeNull()
})

test.each<[string, Partial<EngineInfo>, object]>([
  [
    'no swarm',
    { localNodeState: 'inactive', isManager: false, swarmId: null },
    { code: 'not_in_swarm', params: { addresses: ['10.0.0.1'] } },
  ],
  ['a worker', { isManager: false, swarmId: null }, { code: 'not_a_manager', params: { nodeName: 'node1' } }],
  ['a locked manager', { localNodeState: 'locked', isManager: false }, { code: 'swarm_locked' }],
  [
    'a manager without a quorum, which calls itself active',
    { error: noLeader },
    { code: 'no_quorum', params: { engineText: noLeader } },
  ],
  [
    'a node that failed',
    { localNodeState: 'error', error: 'x' },
    { code: 'engine_failed', params: { engineText: 'x' } },
  ],
])('%s is told', (_what, info, problem) => {
  expect(problemOf({ ...manager, ...info })).toMatchObject(problem)
})
