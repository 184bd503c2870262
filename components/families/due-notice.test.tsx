import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { PolicyRow } from '@/lib/contract/policies'
import { DueNotice } from './due-notice'
import { dayMs, policyRow } from './testing/rows'

vi.mock('@/lib/browser/use-live', () => ({ useLive: (_: string, initial: object) => ({ view: initial }) }))

afterEach(cleanup)

const made = (daysAgo: number) => ({ current: { name: 'x', createdAt: Date.now() - daysAgo * dayMs } })

function show(...rows: PolicyRow[]) {
  const stamp = { swarmId: 's', epoch: 'e', revision: 1, asOf: 1 }
  return renderFor([], <DueNotice policies={{ stamp, rows }} />)
}

test('what is overdue and what is due soon is counted by kind, with a link to the list of those', () => {
  show(
    policyRow('old', { maxAgeDays: 90, ...made(91) }),
    policyRow('older', { maxAgeDays: 30, ...made(300) }),
    policyRow('soon', { maxAgeDays: 90, ...made(88) }),
    policyRow('young', { maxAgeDays: 90, ...made(10) }),
    policyRow('settings', { kind: 'config', maxAgeDays: 90, ...made(85) }),
  )
  const [secrets, configs] = screen.getAllByRole('listitem')
  expect(secrets?.textContent).toBe('2 secrets are older than allowed, 1 more due soon.')
  expect(configs?.textContent).toBe('1 config is due soon.')
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/secrets?show=due',
    '/configs?show=due',
  ])
})

test('there is nothing while nothing is due, and a family that is gone counts no more', () => {
  const { container } = show(
    policyRow('young', { maxAgeDays: 90, ...made(10) }),
    policyRow('ageless', made(4000)),
    policyRow('gone', { maxAgeDays: 1 }),
  )
  expect(container.textContent).toBe('')
})
