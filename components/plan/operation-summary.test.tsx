import { expect, test } from 'vitest'
import type { StepProgress, StepState, StepView } from '@/lib/contract/operations'
import { movingStep } from '@/lib/plan/testing/moving-step'
import { summarizeOperation } from './operation-summary'

const nothing = { progress: null, problem: null, startedAt: null, endedAt: null }

function update(serviceName: string, state: StepState, progress: Partial<StepProgress> | null = null): StepView {
  return {
    ...nothing,
    state,
    step: movingStep(serviceName),
    progress: progress && { desired: 3, onNew: 0, onOld: 3, failed: 0, lastError: null, seen: [], ...progress },
  }
}

const create: StepView = {
  ...nothing,
  state: 'converged',
  step: {
    action: 'create-config',
    name: 'web_v2',
    replaces: 'web',
    labels: {},
    templating: null,
    contentSha256: '',
    sizeBytes: 1,
  },
}

test('services are counted, not steps; the present one is told by its tasks', () => {
  const steps = [create, update('a', 'converged'), update('b', 'sent', { onNew: 1, onOld: 2 }), update('c', 'pending')]
  expect(summarizeOperation({ steps })).toEqual({
    services: 3,
    servicesDone: 1,
    current: { serviceName: 'b', version: 'web_v2', onNew: 1, desired: 3 },
  })
})

test('the service that failed stays in the focus', () => {
  const steps = [update('a', 'failed', { onNew: 1, failed: 1 }), update('b', 'pending')]
  expect(summarizeOperation({ steps }).current).toMatchObject({ serviceName: 'a' })
})

test('while nothing was sent, and when all is done, no service is the present one', () => {
  expect(summarizeOperation({ steps: [update('a', 'pending')] }).current).toBeNull()
  expect(summarizeOperation({ steps: [create, update('a', 'converged')] })).toEqual({
    services: 1,
    servicesDone: 1,
    current: null,
  })
})
