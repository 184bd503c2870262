import { deployStack, docker, removeStack } from './support/docker'
import { expect, test } from './support/journey'
import { referencesOf, versionsOf } from './support/references'
import { stackFile } from './support/stacks'

test('a config and a secret are rotated over two stacks and five services, with a canary', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const other = `${stack}other`
  const [config, secret] = [`${stack}_settings`, `${stack}_password`]
  await docker(['config', 'create', config, '-'], 'level: one\n')
  await docker(['secret', 'create', secret, '-'], 'first value')
  const both = { config, secret }
  await deployStack(stack, stackFile({ api: { ...both, replicas: 3 }, web: { ...both, replicas: 2 }, worker: both }))
  await deployStack(other, stackFile({ job: both, mail: both }))
  const services = [`${stack}_api`, `${stack}_web`, `${stack}_worker`, `${other}_job`, `${other}_mail`]

  // The config: one service first, then a pause, then up to four at a time.
  await page.goto(`${server.url}/configs/${config}/rotate`)
  await expect(page.getByText('5 of 5 services chosen')).toBeVisible()
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: `${stack}_api` })
      .first(),
  ).toContainText('3 tasks')
  await page.getByRole('button', { name: /^How it goes/ }).click()
  await page.getByRole('checkbox', { name: /^Change one service first/ }).check()
  await page.getByRole('spinbutton', { name: 'Services at the same time, after the first' }).fill('4')
  await expect(page).toHaveURL(/rollout=canary%2Cat-once%3A4/)
  await page.getByRole('textbox', { name: 'New content' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('level: two\n')
  await expect(page.getByText('Stop after the first service until somebody goes on')).toBeVisible()
  await page.getByRole('button', { name: `Create ${config}_v2 and restart 5 services` }).click()

  await expect(page.getByText(/^Stopped after the first service, as planned/)).toBeVisible({ timeout: 90_000 })
  const v1 = config
  const v2 = `${config}_v2`
  expect(await referencesOf('config', services), 'the canary alone has changed').toEqual([v2, v1, v1, v1, v1])
  await page.getByRole('button', { name: 'Go on with the remaining steps' }).click()
  await expect(page.getByText(`Verified: all 5 services converged on ${v2}`)).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText(/8 tasks ran with it, and none with/)).toBeVisible()
  expect(await referencesOf('config', services)).toEqual(services.map(() => v2))

  // The secret: stopped before any service has it, as for a value that is set elsewhere first.
  await page.goto(`${server.url}/secrets/${secret}/rotate?rollout=hold,at-once:4`)
  await page.getByRole('textbox', { name: 'New value' }).fill('second value')
  await page.getByRole('button', { name: `Create ${secret}_v2 and restart 5 services` }).click()
  await expect(page.getByText(/^Stopped before any service, as planned/)).toBeVisible()
  expect(await versionsOf('secret', secret)).toEqual([secret, `${secret}_v2`])
  expect(await referencesOf('secret', services)).toEqual(services.map(() => secret))
  await page.getByRole('button', { name: 'Go on with the remaining steps' }).click()
  await expect(page.getByText(`Verified: all 5 services converged on ${secret}_v2`)).toBeVisible({ timeout: 90_000 })
  expect(await referencesOf('secret', services)).toEqual(services.map(() => `${secret}_v2`))
  await removeStack(other)
})
