import type { Locator, Page } from '@playwright/test'
import { expect } from './journey'

const ends = /^(Done|The engine rolled it back|It ended|It has stopped|Stopped)\b/

/**
 * Waits for the end of the first operation that is shown; what takes it back stands below it, with an end of its own.
 * One that ends in another way fails with all that it says.
 */
export async function untilConverged(where: Page | Locator): Promise<void> {
  const progress = where.getByRole('region', { name: 'Progress' }).first()
  const summary = progress.getByRole('paragraph').first()
  await expect(summary).toHaveText(ends, { timeout: 120_000 })
  expect(await summary.textContent(), await progress.ariaSnapshot()).toMatch(
    /^Done: (every task runs as asked|all of it is gone from the swarm)/,
  )
}
