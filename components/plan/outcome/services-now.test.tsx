import { expect, test } from 'vitest'
import type { StepState, StepView } from '@/lib/contract/operations'
import type { ErrorCode } from '@/lib/errors/codes'
import { movingStep } from '@/lib/plan/testing/moving-step'
import { servicesNow } from './services-now'

function update(serviceName: string, state: StepState, { code, onNew = 2 }: { code?: ErrorCode; onNew?: number } = {}) {
  const view: StepView = {
    state,
    progress: { desired: 2, onNew, onOld: 0, failed: 0, lastError: null, seen: [] },
    problem: code ? { code, params: {} } : null,
    startedAt: null,
    endedAt: null,
    step: movingStep(serviceName),
  }
  return view
}

const none = { changed: [], unsettled: [], putBack: [], left: [], untouched: [], tasks: 0 }

test('the services that are done are told with their tasks', () => {
  const steps = [update('a', 'converged'), update('b', 'converged', { onNew: 3 })]
  expect(servicesNow({ steps })).toEqual({ ...none, changed: ['a', 'b'], tasks: 5 })
})

test('each way of not being done has a place of its own', () => {
  const steps = [
    update('a', 'converged'),
    update('b', 'failed', { code: 'rolled_back' }),
    update('c', 'failed', { code: 'not_converged' }),
    update('d', 'failed', { code: 'version_conflict' }),
    update('e', 'failed', { code: 'not_found' }),
    update('f', 'sent'),
    update('g', 'undone'),
    update('h', 'pending'),
  ]
  expect(servicesNow({ steps })).toEqual({
    changed: ['a'],
    unsettled: ['c', 'f'],
    putBack: ['b', 'g'],
    left: ['d', 'e'],
    untouched: ['h'],
    tasks: 2,
  })
})

test('a service with two steps is done only when both are', () => {
  expect(servicesNow({ steps: [update('a', 'converged'), update('a', 'pending')] })).toEqual({
    ...none,
    untouched: ['a'],
  })
  expect(servicesNow({ steps: [update('a', 'failed', { code: 'not_converged' }), update('a', 'converged')] })).toEqual({
    ...none,
    unsettled: ['a'],
  })
})
