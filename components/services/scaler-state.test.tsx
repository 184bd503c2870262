import { expect, test } from 'vitest'
import type { OperationState, OperationView } from '@/lib/contract/operations'
import { operationOn, scalingTo, whoSet } from './scaler-state'

function scaling(id: string, serviceId: string, to: number, state: OperationState, createdAt = 0): OperationView {
  return {
    id,
    swarmId: 'swarm',
    title: { code: 'scale-service', params: {} },
    state,
    actorId: 'ann',
    actorName: 'Ann',
    createdAt,
    endedAt: null,
    problem: null,
    choices: [],
    undoes: null,
    undoneBy: null,
    steps: [
      {
        state: 'sent',
        progress: null,
        problem: null,
        startedAt: null,
        endedAt: null,
        step: {
          action: 'set-replicas',
          from: 1,
          to,
          serviceId,
          serviceName: serviceId,
          stack: null,
          before: '',
          after: '',
          effect: { kind: 'none' },
        },
      },
    ],
  }
}

test('an operation that goes on, or waits for a decision, keeps its service busy; one that ended does not', () => {
  const operations = [scaling('1', 'api', 2, 'converged'), scaling('2', 'web', 2, 'running')]
  expect(operationOn(operations, 'api')).toBeNull()
  expect(operationOn(operations, 'web')?.id).toBe('2')
  expect(operationOn([scaling('3', 'api', 2, 'needs_decision')], 'api')?.id).toBe('3')
})

test('the present number is the work of the last one who set it', () => {
  const operations = [
    scaling('1', 'api', 3, 'converged', 1),
    scaling('2', 'api', 3, 'converged', 5),
    scaling('3', 'api', 4, 'converged', 9),
  ]
  expect(whoSet(operations, 'api', 3)?.id).toBe('2')
})

test('nobody is blamed for a number that was set outside of Skep', () => {
  expect(whoSet([scaling('1', 'api', 3, 'converged')], 'api', 7)).toBeNull()
  expect(whoSet([scaling('1', 'web', 3, 'converged')], 'api', 3)).toBeNull()
})

test('where a scaling goes is known while it goes', () => {
  expect(scalingTo(scaling('1', 'api', 5, 'running'), 'api')).toBe(5)
  expect(scalingTo(scaling('1', 'api', 5, 'converged'), 'api')).toBeNull()
  expect(scalingTo(scaling('1', 'web', 5, 'running'), 'api')).toBeNull()
  expect(scalingTo(null, 'api')).toBeNull()
})
