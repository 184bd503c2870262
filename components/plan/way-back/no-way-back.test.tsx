import { cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { OperationState, OperationView } from '@/lib/contract/operations'
import { type Plan, type PlanCode, planCodes } from '@/lib/plan/plan'
import { operationOf } from '@/lib/plan/testing/operation'
import { planSecretRotation } from '@/lib/rotation/plan-rotation'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'
import { NoWayBack } from './no-way-back'

afterEach(cleanup)

type Wish = { state?: OperationState; undoneBy?: string; locale?: 'en' | 'ko' }

const text = () => document.body.textContent ?? ''

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

test('what the engine put back leaves its new version behind, and tells where to see whether it may go', () => {
  const key = secret({ Name: 'key' })
  const web = service({ Name: 'web', secrets: [key] })
  const plan = planSecretRotation(snapshot(key, web), { secretId: key.ID, name: 'key_v2' })
  const operation: OperationView = { ...operationOf(plan, ['converged', 'failed']), state: 'rolled_back' }
  const steps = operation.steps.map((step) =>
    step.state === 'failed' ? { ...step, problem: { code: 'rolled_back' as const, params: {} } } : step,
  )
  renderFor(['secret.remove'], <NoWayBack operation={{ ...operation, steps }} />)
  expect(text()).toContain('Every service is as it was before')
  expect(text()).toContain('What was made for it stays: key_v2.')
  expect(screen.getByRole('link', { name: 'See whether it may go' }).getAttribute('href')).toBe(
    '/clean-up?kind=secret&q=key_v2',
  )
  cleanup()
  renderFor([], <NoWayBack operation={{ ...operation, steps }} />)
  expect(text()).toContain('What was made for it stays: key_v2.')
  expect(screen.queryByRole('link', { name: 'See whether it may go' })).toBeNull()
})

test('what still runs, or was taken back, says nothing', () => {
  expect(textOf('remove-secret', { state: 'running' })).toBe('')
  expect(textOf('scale-service', { undoneBy: 'operation-2' })).toBe('')
})
