import type { Page } from '@playwright/test'
import { configContents } from './contents'
import type { PlaceName } from './places'

/** Paths of rotations that were made a moment ago, with `operation=ID`. */
export type OperationPaths = Record<'done' | 'failed' | 'running', string>

/** One picture: where it is taken, and what is done there before. */
export type Scene = {
  name: string
  /** The page of an operation is known only when the operation was made. */
  path: string | ((operations: OperationPaths) => string)
  /** Whose pages are taken; `full` where it is not said. */
  place?: PlaceName
  /** What is done on the page before the picture. It must work in every language. */
  act?: (page: Page) => Promise<void>
  /** Seen by somebody who has not signed in. */
  isPublic?: boolean
}

const tab = (name: string, path: string, tabs: string[]): Scene[] =>
  tabs.map((each) => ({ name: `${name}-${each}`, path: `${path}?tab=${each}` }))

const press = (keys: string) => (page: Page) => page.keyboard.press(keys)

async function openPalette(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').last().fill(text)
}

async function writeContent(page: Page, content: string): Promise<void> {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(content)
  await page.locator('main button[class*="bg-accent-solid"]').first().waitFor()
}

async function wantReplicas(page: Page, replicas: string): Promise<void> {
  await page.getByRole('spinbutton').fill(replicas)
  await page.locator('main button[class*="bg-accent-solid"]').first().waitFor()
}

/** Shows what makes a rotation worth reading: the difference and the plan. */
async function raiseTimeout(page: Page): Promise<void> {
  const text = String(configContents.shop_api_settings)
  await writeContent(page, text.replace('800', '1500').replace('"retries": 2', '"retries": 3'))
  await page.getByRole('heading', { name: 'Name of the new version' }).scrollIntoViewIfNeeded()
}

/** Nodes have their id in the URL, which is another in each swarm. */
async function openFirst(page: Page): Promise<void> {
  await page.locator('tbody a').first().click()
  await page.waitForURL(/\/nodes\/./)
  await page.getByRole('tablist').waitFor()
}

async function openRemoval(page: Page): Promise<void> {
  await page.locator('main header button').first().click()
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(1_000)
}

async function openCleanUp(page: Page): Promise<void> {
  await page.locator('tbody').waitFor()
  await openRemoval(page)
}

async function openRestoring(page: Page): Promise<void> {
  await page.locator('tbody button:not([aria-disabled])').last().click()
  await page.getByRole('dialog').getByRole('listitem').first().waitFor()
}

async function openOptions(page: Page): Promise<void> {
  await page.locator('main button[aria-expanded]').first().click()
  await page.locator('main [role=spinbutton]').first().scrollIntoViewIfNeeded()
}

async function waitForPlan(page: Page): Promise<void> {
  await page.locator('.cm-content').first().waitFor()
  await page.waitForTimeout(2_000)
}

const several = 'shop_db_password,shop_payment_token,billing_api_key'

async function rotateSelected(page: Page): Promise<void> {
  await page.locator('main section button').first().click()
  await page.getByRole('dialog').getByRole('listitem').nth(2).waitFor()
}

async function openDoubts(page: Page): Promise<void> {
  await page.locator('main p button').first().click()
  await page.getByRole('dialog').waitFor()
}

async function editPolicy(page: Page): Promise<void> {
  await page.getByRole('tabpanel').getByRole('button').first().click()
  await page.locator('form').waitFor()
}

const rules = '{\n  "currency": "KRW",\n  "roundTo": 100,\n  "vat": 0.1\n}\n'

/** Every screen, in the order of the navigation. */
export const scenes: Scene[] = [
  { name: 'sign-in', path: '/sign-in', isPublic: true },
  { name: 'stacks', path: '/stacks' },
  { name: 'stacks-row', path: '/stacks', act: press('j') },
  { name: 'stacks-filtered', path: '/stacks?q=no+such' },
  { name: 'stack', path: '/stacks/shop' },
  ...tab('stack', '/stacks/shop', ['tasks', 'ports', 'resources', 'revisions', 'file', 'drift']),
  { name: 'stack-billing', path: '/stacks/billing' },
  ...tab('stack-billing', '/stacks/billing', ['tasks']),
  { name: 'stack-updating', path: '/stacks/search' },
  { name: 'stack-long', path: '/stacks/customer-relations' },
  { name: 'stack-gone', path: '/stacks/no-such-stack' },
  { name: 'stack-new', path: '/stacks/-/new' },
  { name: 'stack-edit', path: '/stacks/shop/edit', act: waitForPlan },
  { name: 'stack-remove', path: '/stacks/shop', act: openRemoval },
  ...['revisions', 'file', 'drift'].map(
    (each): Scene => ({ name: `revised-${each}`, path: () => `/stacks/guestbook?tab=${each}` }),
  ),
  { name: 'revised-edit', path: () => '/stacks/guestbook/edit', act: waitForPlan },
  { name: 'revision', path: () => '/stacks/guestbook/revisions/1' },
  { name: 'services', path: '/services' },
  { name: 'service', path: '/services/shop_web' },
  ...tab('service', '/services/shop_web', ['settings', 'files']),
  {
    name: 'service-scale',
    path: '/services/shop_web',
    act: (page) => page.locator('input[inputmode]').first().fill('9'),
  },
  { name: 'service-environment', path: '/services/shop_api?tab=environment' },
  { name: 'service-pending', path: '/services/billing_invoices' },
  { name: 'service-crashes', path: '/services/billing_exports' },
  { name: 'service-rejected', path: '/services/billing_archive' },
  { name: 'service-updating', path: '/services/search_index' },
  { name: 'service-paused', path: '/services/search_crawler' },
  { name: 'service-global', path: '/services/shop_metrics' },
  { name: 'service-job', path: '/services/shop_nightly-report' },
  { name: 'service-long', path: '/services/customer-relations_notifications-for-transactional-mails' },
  { name: 'configs', path: '/configs' },
  { name: 'config-json', path: '/configs/shop_api_settings' },
  { name: 'config-korean', path: '/configs/shop_messages_ko' },
  { name: 'config-large', path: '/configs/shop_catalogue' },
  { name: 'config-yaml', path: '/configs/shop_flags' },
  { name: 'config-toml', path: '/configs/shop_limits' },
  { name: 'config-ini', path: '/configs/shop_jvm' },
  { name: 'config-xml', path: '/configs/shop_logging' },
  { name: 'config-text', path: '/configs/shop_motd' },
  { name: 'config-binary', path: '/configs/shop_favicon' },
  { name: 'configs-versions', path: '/configs?open=shop_api_settings' },
  ...tab('config', '/configs/shop_api_settings', ['policy', 'usage', 'versions', 'facts']),
  { name: 'config-compare', path: () => '/configs/billing_rates?tab=compare' },
  { name: 'config-compare-text', path: () => '/configs/shop_flags?tab=compare' },
  { name: 'config-restore', path: () => '/configs/shop_flags?tab=versions', act: openRestoring },
  { name: 'config-remove', path: '/configs/old_banner' },
  { name: 'rotate-config', path: '/configs/shop_api_settings/rotate' },
  {
    name: 'rotate-config-options',
    path: '/configs/shop_flags/rotate?rollout=hold,canary,at-once:3,keep:3',
    act: openOptions,
  },
  { name: 'rotate-config-edited', path: '/configs/billing_rules/rotate', act: (page) => writeContent(page, rules) },
  { name: 'secrets', path: '/secrets' },
  { name: 'secrets-versions', path: '/secrets?open=shop_db_password,shop_tls_key' },
  { name: 'secrets-filtered', path: '/secrets?show=unused' },
  { name: 'secrets-rotate', path: `/secrets?selected=${several}`, act: rotateSelected },
  { name: 'secrets-doubts', path: '/secrets', act: openDoubts },
  { name: 'secret', path: '/secrets/shop_db_password_v3' },
  ...tab('secret', '/secrets/shop_db_password_v3', ['versions', 'policy']),
  { name: 'secret-policy-none', path: '/secrets/shop_tls_key?tab=policy' },
  { name: 'secret-policy-form', path: '/secrets/shop_db_password_v3?tab=policy', act: editPolicy },
  { name: 'rotate-secret', path: '/secrets/shop_db_password_v3/rotate' },
  { name: 'clean-up', path: '/clean-up?keep=1' },
  { name: 'clean-up-dialog', path: '/clean-up?keep=1', act: openCleanUp },
  { name: 'nodes', path: '/nodes' },
  { name: 'node', path: '/nodes', act: openFirst },
  { name: 'networks', path: '/networks' },
  { name: 'volumes', path: '/volumes' },
  { name: 'operations', path: '/operations' },
  { name: 'activity', path: '/activity' },
  { name: 'settings', path: '/settings' },
  { name: 'users', path: '/settings/users' },
  { name: 'tokens', path: '/settings/tokens' },
  { name: 'registries', path: '/settings/registries' },
  { name: 'palette', path: '/stacks', act: (page) => openPalette(page, '') },
  { name: 'palette-found', path: '/stacks', act: (page) => openPalette(page, 'shop') },
  { name: 'keys', path: '/stacks', act: press('?') },
  { name: 'not-found', path: '/no-such-page' },
  { name: 'rotation-done', path: ({ done }) => done },
  { name: 'rotation-failed', path: ({ failed }) => failed },
  { name: 'rotation-running', path: ({ running }) => running },
  { name: 'operation-done', path: ({ done }) => operationPage(done) },
  { name: 'operation-failed', path: ({ failed }) => operationPage(failed) },
  { name: 'operation-running', path: ({ running }) => operationPage(running) },
  { name: 'set-up', path: '/set-up', place: 'new', isPublic: true },
  ...[
    'stacks',
    'services',
    'nodes',
    'configs',
    'secrets',
    'networks',
    'volumes',
    'clean-up',
    'operations',
    'activity',
  ].map((each): Scene => ({ name: `empty-${each}`, path: `/${each}`, place: 'empty' })),
  { name: 'bare-stacks', path: '/stacks', place: 'bare' },
  { name: 'bare-init', path: '/stacks', place: 'bare', act: (page) => page.locator('[role=alert] button').click() },
  { name: 'worker-stacks', path: '/stacks', place: 'worker' },
]

const operationPage = (path: string) => `/operations/${new URLSearchParams(path.split('?')[1]).get('operation')}`

/** Those of the README, under the names that it has for them. */
export const docsScenes: Scene[] = [
  { name: 'stacks', path: '/stacks' },
  { name: 'service', path: '/services/shop_web', act: (page) => wantReplicas(page, '9') },
  { name: 'rotation', path: '/configs/shop_api_settings/rotate', act: raiseTimeout },
]

/** Without operations there are no scenes of them. */
export function pathOf({ path }: Scene, operations: OperationPaths | null): string {
  if (typeof path === 'string') return path
  if (!operations) throw new Error('this scene needs operations')
  return path(operations)
}
