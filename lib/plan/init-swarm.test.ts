import { expect, test } from 'vitest'
import type { EngineInfo } from '@/lib/swarm/engine-types'
import { planInitSwarm } from './init-swarm'
import { planToText } from './plan-to-text'

const info: EngineInfo = {
  swarmId: null,
  nodeId: null,
  nodeName: 'host1',
  engineVersion: '28.5.2',
  apiVersion: '1.51',
  localNodeState: 'inactive',
  isManager: false,
  error: '',
  addresses: [],
  systemTime: '',
}

test('an engine outside any swarm can make one', () => {
  expect(planToText(planInitSwarm(info, '10.0.0.1'))).toMatchInlineSnapshot(`
    "init-swarm node=host1 address=10.0.0.1
    - init-swarm 10.0.0.1"
  `)
})

test('an engine that is in a swarm, or locked out of its own, makes no second one', () => {
  expect(() => planInitSwarm({ ...info, localNodeState: 'active', swarmId: 'x' }, '10.0.0.1')).toThrow('nothing_to_do')
  expect(() => planInitSwarm({ ...info, localNodeState: 'locked' }, '10.0.0.1')).toThrow('nothing_to_do')
})
