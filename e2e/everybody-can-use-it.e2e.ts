import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { deployStack, docker } from './support/docker'
import { expect, test } from './support/journey'
import { stackFile } from './support/stacks'

/** Pixels by which the page stays too wide: what measures itself needs a moment after the window has changed. */
async function overflowOf(page: Page): Promise<number> {
  const fits = () => document.documentElement.scrollWidth <= window.innerWidth
  await page.waitForFunction(fits, undefined, { timeout: 2_000 }).catch(() => undefined)
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

const paths = (stack: string, { config, secret }: { config: string; secret: string }) => [
  '/stacks',
  `/stacks/${stack}`,
  `/stacks/${stack}/edit`,
  '/stacks/-/new',
  '/services',
  `/services/${stack}_web`,
  '/configs',
  `/configs/${config}`,
  `/configs/${config}?tab=versions`,
  `/configs/${config}/rotate`,
  '/secrets',
  `/secrets/${secret}`,
  `/secrets/${secret}?tab=policy`,
  `/secrets/${secret}/rotate`,
  '/clean-up',
  '/nodes',
  '/networks',
  '/volumes',
  '/operations',
  '/activity',
  '/settings',
  '/settings/users',
  '/settings/tokens',
  '/settings/registries',
]

test('pages have no accessibility faults, no sideways scroll on a phone and no refused script', async ({
  adminPage: page,
  server,
  stack,
}) => {
  test.slow()
  const config = `${stack}_settings`
  const secret = `${stack}_password`
  await docker(['config', 'create', config, '-'], '{"a": 1}')
  await docker(['secret', 'create', secret, '-'], 'value')
  await deployStack(stack, stackFile({ web: { config, secret, replicas: 2, environment: { LEVEL: 'info' } } }))
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  const faults: string[] = []
  for (const path of paths(stack, { config, secret })) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(server.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      // There are no frames, for whose sake it would open one more page each time; and only faults are read.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
      // In the dark only colours are others.
      const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze()
      faults.push(...violations.map(({ id, nodes }) => `${path} ${colorScheme}: ${id} ${nodes[0]?.html}`))
    }
    await page.setViewportSize({ width: 390, height: 844 })
    const overflow = await overflowOf(page)
    if (overflow > 0) faults.push(`${path}: scrolls sideways by ${overflow} px`)
  }
  expect(faults).toEqual([])
  expect(refused).toEqual([])
})

test('the palette goes to any object by keyboard, and the language can be changed', async ({
  adminPage: page,
  server,
  stack,
}) => {
  await deployStack(stack, stackFile({ web: {} }))
  await page.goto(`${server.url}/nodes`)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Stack, service, config, secret, node or page').fill(`${stack}_web`)
  await expect(page.getByRole('option', { name: new RegExp(`${stack}_web`) }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${server.url}/services/${stack}_web`)

  await page.context().addCookies([{ name: 'skep_locale', value: 'ko', url: server.url }])
  await page.goto(`${server.url}/stacks`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.getByRole('heading', { name: '스택' })).toBeVisible()
})
