import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { OperationState } from '@/lib/contract/operations'
import { movingStep } from '@/lib/plan/testing/moving-step'
import { operationOf } from '@/lib/plan/testing/operation'
import { OperationFiles } from './operation-files'

const moved = { kind: 'config', serviceName: 'shop_web', from: 'web', to: 'web_v2' }
vi.mock('@/lib/browser/use-api', () => ({
  useApi: (path: string | null) => ({ data: path ? [{ stack: 'shop', revision: null, behind: [moved] }] : undefined }),
}))

afterEach(cleanup)

function show(state: OperationState) {
  const step = { ...movingStep('shop_web'), stack: 'shop' }
  const title = { code: 'rotate-config', params: { name: 'web', successor: 'web_v2' } } as const
  const operation = operationOf({ schema: 1, swarmId: 's', title, steps: [step], notes: [], undoes: null })
  renderFor([], <OperationFiles operation={{ ...operation, state }} />)
}

test('what a file does not name yet is told at every end, also when somebody left it half-way', () => {
  for (const state of ['converged', 'failed'] as const) {
    show(state)
    expect(screen.getByRole('listitem').textContent).toContain('does not name web_v2 yet')
    cleanup()
  }
})

test('while it goes on, nothing is said about files', () => {
  show('needs_decision')
  expect(screen.queryByRole('listitem')).toBeNull()
})
