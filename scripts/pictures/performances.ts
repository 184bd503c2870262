import type { Page } from '@playwright/test'
import { docker } from '@/e2e/support/docker'
import { expect } from '@/e2e/support/journey'
import type { Server } from '@/e2e/support/server'
import type { OperationPaths } from './scenes'

/** Makes operations of every outcome, as a person does it, and answers where they are seen. */
export async function performOperations(page: Page, { url }: Server): Promise<OperationPaths> {
  await deployGuestbook(page, url)
  await scale(page, `${url}/services/shop_worker`, '3')
  const done = await rotate(page, url, 'shop_flags', 'flags:\n  new-checkout:\n    enabled: true\n    share: 50 %\n')
  await expect(page.getByText('Done: every task runs as asked')).toBeVisible({ timeout: 90_000 })
  const failed = await rotate(page, url, 'billing_rates', '{\n  "broken": true\n}\n')
  await expect(page.locator('main')).toContainText(/rolled back|failed/i, { timeout: 90_000 })
  const running = await rotate(page, url, 'search_synonyms', 'honey, mel, 꿀\nhive, skep, 벌집\n')
  return { done, failed, running }
}

async function scale(page: Page, address: string, replicas: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Replicas', { exact: true }).fill(replicas)
  await page.getByRole('button', { name: `Scale to ${replicas}` }).click()
  await expect(page.getByText('Converged')).toBeVisible({ timeout: 60_000 })
}

/** Answers the path of the rotation that goes on now. */
async function rotate(page: Page, url: string, config: string, content: string): Promise<string> {
  await page.goto(`${url}/configs/${config}/rotate`)
  await page.getByRole('textbox', { name: 'New content' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(content)
  await page.getByRole('button', { name: /^Create .* and restart/ }).click()
  await page.waitForURL(/operation=/)
  return page.url().slice(url.length)
}

/** A stack with a revision, which somebody has changed by hand since. */
async function deployGuestbook(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/stacks/-/new`)
  await page.getByLabel('Name of the stack').fill('guestbook')
  await page.locator('.cm-content').first().click()
  await page.keyboard.insertText(guestbook)
  await page.getByRole('button', { name: /^Deploy: / }).click({ timeout: 60_000 })
  await page.waitForURL(/operations/)
  await expect(page.getByText('Done: every task runs as asked')).toBeVisible({ timeout: 90_000 })
  await docker(['service', 'scale', '--detach', 'guestbook_web=3'])
}

const guestbook = [
  'services:',
  '  web:',
  '    image: skep/stand-in:1',
  '    environment: { TITLE: Guestbook }',
  '    deploy: { replicas: 2, update_config: { monitor: 1s } }',
  '',
].join('\n')
