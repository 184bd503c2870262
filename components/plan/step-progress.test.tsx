import { cleanup } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { OperationState, StepView } from '@/lib/contract/operations'
import { movingStep } from '@/lib/plan/testing/moving-step'
import { StepProgressRow } from './step-progress'

vi.mock('@/lib/browser/use-live', () => ({ useLive: () => ({ view: null }) }))

afterEach(cleanup)

const view: StepView = {
  step: movingStep('shop_web'),
  state: 'sent',
  progress: { desired: 3, onNew: 0, onOld: 3, failed: 0, lastError: null, seen: [] },
  problem: null,
  startedAt: 1,
  endedAt: null,
}

function textOf(wish: Partial<StepView>, operationState: OperationState): string | null {
  return renderFor([], <StepProgressRow view={{ ...view, ...wish }} operationState={operationState} />).container
    .textContent
}

test('while the operation goes on, its tasks are counted', () => {
  const text = textOf({}, 'running')
  expect(text).toContain('In progress')
  expect(text).toContain('0 of 3 tasks on web_v2; 3 still on the earlier spec')
})

test('what was sent when somebody stopped is left to the engine, and its last count is not shown for the present one', () => {
  for (const state of ['needs_decision', 'failed'] as const) {
    const text = textOf({}, state)
    expect(text).toContain('Left to the engine')
    expect(text).not.toContain('0 of 3')
    cleanup()
  }
})

test('a step that was never begun does not wait once the operation has ended', () => {
  const pending = { state: 'pending', progress: null, startedAt: null } as const
  expect(textOf(pending, 'needs_decision')).toContain('Waiting')
  cleanup()
  expect(textOf(pending, 'rolled_back')).toContain('Not done')
})

test('a stop that was planned waits for nobody once the operation has ended', () => {
  const held = {
    state: 'failed',
    progress: null,
    problem: { code: 'on_hold', params: { reason: 'after_canary' } },
  } as const
  expect(textOf(held, 'needs_decision')).toContain('Waits for you')
  cleanup()
  expect(textOf(held, 'failed')).not.toContain('Waits for you')
})
