import { deployStack, docker } from './support/docker'
import { expect, test } from './support/journey'
import { referencesOf, versionsOf } from './support/references'
import { stackFile } from './support/stacks'

test('a value that makes the second service crash is taken back by itself, in every service', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const config = `${stack}_settings`
  await docker(['config', 'create', config, '-'], 'mode: fine\n')
  const crashes = { CRASH_IF_FILE: '/run/config', CRASH_IF_WORD: 'broken', TITLE: 'Billing' }
  await deployStack(stack, stackFile({ api: { config }, billing: { config, environment: crashes }, web: { config } }))
  const services = ['api', 'billing', 'web'].map((name) => `${stack}_${name}`)

  await page.goto(`${server.url}/configs/${config}/rotate`)
  await page.getByRole('textbox', { name: 'New content' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('mode: broken\n')
  await expect(page.getByText('If one fails, everything is put back by itself.').first()).toBeVisible()
  await page.getByRole('button', { name: `Create ${config}_v2 and restart 3 services` }).click()

  // Which service, its task's error, and its own last words when somebody asks for them.
  await expect(page.getByText(/non-zero exit \(1\)/).first()).toBeVisible({ timeout: 90_000 })
  await page.getByRole('button', { name: 'Show the last lines of its log' }).first().click()
  await expect(page.getByText('Billing: fatal: /run/config is not what I expected').first()).toBeVisible({
    timeout: 30_000,
  })

  // Nobody has pressed anything: two services have gone back, the third was never touched.
  await expect.poll(() => referencesOf('config', services), { timeout: 90_000 }).toEqual([config, config, config])
  await expect(page.getByText(`Verified: all 2 services converged on ${config}.`)).toBeVisible({ timeout: 90_000 })
  await expect
    .poll(() => docker(['stack', 'services', stack, '--format', '{{.Replicas}}']), { timeout: 90_000 })
    .toBe('1/1\n1/1\n1/1')

  // The version that nobody uses is no orphan: it says which operation made it, and that one is in the list.
  expect(await versionsOf('config', config)).toEqual([config, `${config}_v2`])
  const labels: Record<string, string> = JSON.parse(
    await docker(['config', 'inspect', `${config}_v2`, '--format', '{{json .Spec.Labels}}']),
  )
  await page.goto(`${server.url}/operations/${labels['io.skep.operation']}`)
  await expect(page.getByRole('heading', { name: `Rotate config ${config} to ${config}_v2` })).toBeVisible()
  await expect(page.getByRole('link', { name: 'show the undo' })).toBeVisible()
})
