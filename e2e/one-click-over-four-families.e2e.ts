import type { Page } from '@playwright/test'
import { deployStack, docker, removeStack } from './support/docker'
import { cookieOf, expect, send, test } from './support/journey'
import type { Server } from './support/server'
import { stackFile } from './support/stacks'

/** The secrets that a service has now. */
const secretsOf = (service: string) =>
  docker([
    'service',
    'inspect',
    service,
    '--format',
    '{{range .Spec.TaskTemplate.ContainerSpec.Secrets}}{{.SecretName}} {{end}}',
  ])

const policy = {
  recipe: { kind: 'hex', bytes: 16 },
  naming: 'as_before',
  rollout: { atOnce: 1, onFailure: 'undo', watchMs: null, keepVersions: 3, holdAfterCanary: false },
  maxAgeDays: 90,
  automaticHour: null,
}

/** Far from now, so that nothing begins by itself meanwhile. */
const quietHour = String((new Date().getUTCHours() + 12) % 24)

/** As the page would save it; the form itself is filled in once. */
async function givePolicy(page: Page, server: Server, secret: string): Promise<void> {
  await send(server, 'PUT', `/api/secrets/${secret}/policy`, policy, await cookieOf(page))
}

test('four secrets of two stacks are rotated with one click, by their policies; one without stays', async ({
  adminPage: page,
  server,
  stack,
}) => {
  test.slow()
  const other = `${stack}other`
  const [api, web, worker, report, bare] = ['api', 'web', 'worker', 'report', 'bare'].map(
    (name) => `${stack}_${name}-key`,
  )
  if (!api || !web || !worker || !report || !bare) throw new Error('five names make five secrets')
  for (const secret of [api, web, worker, report, bare]) await docker(['secret', 'create', secret, '-'], 'first')
  await deployStack(stack, stackFile({ api: { secret: [api, web], replicas: 2 }, web: { secret: web } }))
  await deployStack(other, stackFile({ worker: { secret: worker }, report: { secret: report } }))

  // The first policy is set by hand, with its schedule, and rotates its own family with one button.
  await page.goto(`${server.url}/secrets/${api}?tab=policy`)
  await page.getByRole('button', { name: 'Set a policy' }).click()
  await page.getByRole('combobox', { name: 'New value' }).selectOption('Passphrase')
  await page.getByLabel('Let Skep act by itself').check()
  await page.getByRole('combobox', { name: 'Hour of the day' }).selectOption(quietHour)
  await page.getByRole('button', { name: 'Save the policy' }).click()
  await expect(page.getByText('passphrase of 10 words')).toBeVisible()
  await expect(page.getByText(`each day in the hour of ${quietHour.padStart(2, '0')}:00 UTC`)).toBeVisible()
  await page.getByRole('button', { name: 'Rotate now' }).click()
  await expect(page.getByRole('dialog')).toContainText(`Restarts ${stack}_api (2 tasks, start-first).`)
  await page.getByRole('button', { name: `Create ${api}_v2 and restart 1 service` }).click()
  await expect(page.getByRole('dialog').getByText('Converged', { exact: true })).toBeVisible({ timeout: 90_000 })
  expect((await secretsOf(`${stack}_api`)).split(' ').toSorted()).toEqual([`${api}_v2`, web])

  for (const secret of [web, worker, report]) await givePolicy(page, server, secret)
  await page.goto(`${server.url}/secrets?q=${stack}`)
  for (const secret of [api, web, worker, report, bare])
    await page.getByLabel(`Select ${secret}`, { exact: true }).check()
  await page.getByRole('button', { name: 'Rotate 5 secrets' }).click()
  const lines = page.getByRole('list', { name: 'What will be rotated' }).getByRole('listitem')
  await expect(lines.filter({ hasText: bare })).toContainText('Its policy does not say how a value is made')
  await page.getByRole('button', { name: 'Create 4 new versions and restart 4 services' }).click()
  const progress = page.getByRole('list', { name: 'Progress of each' })
  await expect(progress.getByText('Converged', { exact: true })).toHaveCount(4, { timeout: 90_000 })
  // The api has two of them: the second began when the first was through with it.
  expect((await secretsOf(`${stack}_api`)).split(' ').toSorted()).toEqual([`${api}_v3`, `${web}_v2`])
  const others = [`${stack}_web`, `${other}_worker`, `${other}_report`]
  expect(await Promise.all(others.map(secretsOf))).toEqual([`${web}_v2`, `${worker}_v2`, `${report}_v2`])

  // Everything of it is on the list: who rotated, the versions below, and what was never rotated.
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: api, exact: true }) })
  await expect(row).toContainText('by Ann Admin')
  await row.getByRole('button', { name: `Versions of ${api}` }).click()
  await expect(page.getByRole('link', { name: `${api}_v2` })).toBeVisible()
  await page.getByRole('button', { name: /^Never rotated/ }).click()
  await expect(page).toHaveURL(/show=never/)
  await expect(page.getByRole('row').filter({ hasText: stack })).toHaveCount(1)
  await removeStack(other)
})
