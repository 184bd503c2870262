import { cleanup } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import { DueBadge } from './due-badge'
import { dayMs } from './testing/rows'

afterEach(cleanup)

const textOf = (ageMs: number) =>
  renderFor([], <DueBadge maxAgeDays={90} madeAt={Date.now() - ageMs} />).container.textContent

test('what was made after the last look at the clock has no more than all of its time', () => {
  expect(textOf(-50_000)).toBe('due in 90 days')
  expect(textOf(dayMs / 2)).toBe('due in 90 days')
  expect(textOf(1.5 * dayMs)).toBe('due in 89 days')
})

test('what is overdue is so by more than it was allowed, too', () => {
  expect(textOf(300 * dayMs)).toContain('210 days')
})
