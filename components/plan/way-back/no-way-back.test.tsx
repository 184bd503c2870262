import { cleanup, render } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test } from 'vitest'
import type { OperationState } from '@/lib/contract/operations'
import { type Plan, type PlanCode, planCodes } from '@/lib/plan/plan'
import { operationOf } from '@/lib/plan/testing/operation'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'
import { NoWayBack } from './no-way-back'

afterEach(cleanup)

type Wish = { state?: OperationState; undoneBy?: string; locale?: 'en' | 'ko' }

function textOf(code: PlanCode, wish: Wish = {}): string {
  const { state = 'converged', undoneBy = null, locale = 'en' } = wish
  const plan: Plan = { schema: 1, swarmId: 's', title: { code, params: {} }, steps: [], notes: [], undoes: null }
  const operation = { ...operationOf(plan), state, undoneBy }
  const { container } = render(
    <IntlProvider locale={locale} messages={locale === 'en' ? en : ko}>
      <NoWayBack operation={operation} />
    </IntlProvider>,
  )
  return container.textContent ?? ''
}

test.each(['en', 'ko'] as const)('whatever ended without a way back says why (%s)', (locale) => {
  for (const code of planCodes) expect(textOf(code, { locale })).not.toMatch(/^$|noWayBack/)
})

test('of a secret that was removed, nobody has the value', () => {
  expect(textOf('remove-secret')).toBe('This cannot be taken back: nobody but the swarm knew the value.')
})

test('what failed before it changed anything has nothing to take back', () => {
  expect(textOf('remove-secret', { state: 'failed' })).toBe('No service was changed, so there is nothing to take back.')
})

test('what still runs, or was taken back, says nothing', () => {
  expect(textOf('remove-secret', { state: 'running' })).toBe('')
  expect(textOf('scale-service', { undoneBy: 'operation-2' })).toBe('')
})
