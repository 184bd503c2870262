import type { Page } from '@playwright/test'
import { expect } from './journey'
import type { Server } from './server'

/** Opens the editor: of a new stack, or of the next revision of one that is there. */
export async function openEditor(page: Page, server: Server, stack: string | null): Promise<void> {
  await page.goto(server.url + (stack === null ? '/stacks/-/new' : `/stacks/${stack}/edit`))
  // The editor is loaded apart, and the largest thing that there is.
  await expect(page.getByRole('textbox', { name: /^Content of / })).toBeVisible({ timeout: 45_000 })
}

/** Puts a text in the place of what the open file holds, as a paste over everything does. */
export async function writeFile(page: Page, text: string, name = 'compose.yaml'): Promise<void> {
  await page.getByRole('textbox', { name: `Content of ${name}` }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

/** The plan beside the files. */
export function planOf(page: Page) {
  return page.getByRole('main').getByRole('complementary')
}

/** Presses the button that says what it does, and waits on the operation's own page until it has become true. */
export async function deploy(page: Page, what: string | RegExp): Promise<void> {
  await planOf(page).getByRole('button', { name: what }).click()
  await expect(page).toHaveURL(/\/operations\//)
}
