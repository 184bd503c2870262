import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import type { OperationState, StepView } from '@/lib/contract/operations'
import type { Step } from '@/lib/plan/plan'
import { movingStep } from '@/lib/plan/testing/moving-step'
import en from '@/messages/en.json'
import { useSummaryText } from './use-summary-text'

const removal: Step = { action: 'remove-network', name: 'todo_default', id: 'n1', stack: 'todo' }

function said(state: OperationState, ...steps: Step[]) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      {children}
    </IntlProvider>
  )
  const views = steps.map((step): StepView => ({ ...nothing, step, state: 'converged' }))
  return renderHook(useSummaryText, { wrapper }).result.current({ state, steps: views, problem: null })
}

const nothing = { progress: null, problem: null, startedAt: null, endedAt: null }

test('of what is gone nobody says that it runs', () => {
  expect(said('converged', removal)).toBe('Done: all of it is gone from the swarm.')
  expect(said('failed', removal)).toMatch(/^It ended without success/)
  expect(said('converged', movingStep('web'), removal)).toMatch(/^Done: every task runs as asked/)
})
