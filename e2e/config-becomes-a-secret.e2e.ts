import type { Page } from '@playwright/test'
import { docker } from './support/docker'
import { deploy, openEditor, planOf, writeFile } from './support/editor'
import { expect, test } from './support/journey'
import { untilConverged } from './support/progress'
import type { Server } from './support/server'

const file = (config: string) => `services:
  web: # the window
    image: skep/stand-in:1
    environment:
      API_TOKEN: canary-5d20 # of the shop
    configs:
      - source: settings # by design
        target: /etc/app.ini
        mode: 0440
    deploy: {update_config: {monitor: 1s, order: start-first}, restart_policy: {delay: 1s}}
configs:
  settings: # kept by ops
    external: true
    name: ${config}
`

const container = (service: string, field: string) =>
  docker(['service', 'inspect', service, '--format', `{{json .Spec.TaskTemplate.ContainerSpec.${field}}}`])

/** To a secret and back, from the page of the service; the docker CLI tells what it has. */
async function moveVariable(page: Page, server: Server, service: string): Promise<void> {
  await page.goto(`${server.url}/services/${service}?tab=environment`)
  await page.getByRole('button', { name: 'Move API_TOKEN to a secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move API_TOKEN to a secret' })
  await page.getByRole('button', { name: 'Yes, it reads it' }).click()
  await expect(dialog.getByText(`Give ${service} API_TOKEN_FILE and secret ${service}_api_token`)).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'What the stack files will say' })).toContainText('API_TOKEN_FILE')
  await expect(page.locator('body')).not.toContainText('canary-5d20')
  await dialog.getByRole('button', { name: 'Move it to a secret' }).click()
  await untilConverged(dialog)
  const secret = `${service}_api_token`
  expect(JSON.parse(await container(service, 'Env'))).toEqual([`API_TOKEN_FILE=/run/secrets/${secret}`])
  expect(await container(service, 'Secrets')).toContain(`"SecretName":"${secret}"`)

  // The variable and its button are gone; the dialog is not.
  await dialog.getByRole('button', { name: 'Undo…' }).click()
  const undo = page.getByRole('dialog', { name: /^Undo: / })
  await undo.getByRole('button', { name: 'What the stack files will say' }).click()
  await expect(undo).toContainText('The file of revision 3 comes back as it was')
  await undo.getByRole('button', { name: 'Put API_TOKEN back in 1 service' }).click()
  await expect(undo).toBeHidden()
  await expect(dialog.getByRole('link', { name: 'revision 5' })).toBeVisible({ timeout: 60_000 })
  expect(await container(service, 'Env')).toBe('["API_TOKEN=canary-5d20"]')
  expect(await container(service, 'Secrets')).not.toContain(secret)
}

test('a config and a variable that look like secrets become ones: the same file in the container, the stack file changed, and back', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const config = `${stack}_settings`
  const service = `${stack}_web`
  await docker(['config', 'create', config, '-'], 'user = todo\npassword = canary-3f81\n')
  await openEditor(page, server, null)
  await page.getByLabel('Name of the stack').fill(stack)
  await writeFile(page, file(config))
  await deploy(page, /^Deploy: create 1 service/)
  await untilConverged(page)

  await page.goto(`${server.url}/configs/${config}`)
  await expect(page.getByText('Line 2 looks like a secret (password).')).toBeVisible()
  await page.getByRole('button', { name: 'Move it to a secret…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(`its file from secret ${config} instead of config ${config}`)).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'What the stack files will say' })).toContainText('secrets')
  await expect(dialog).not.toContainText('canary-3f81')
  await dialog.getByRole('button', { name: 'Move it to a secret' }).click()
  await untilConverged(dialog)
  await expect(dialog.getByRole('link', { name: 'revision 2' })).toBeVisible()
  expect(JSON.parse(await container(service, 'Secrets'))).toMatchObject([
    { SecretName: config, File: { Name: '/etc/app.ini', UID: '0', GID: '0', Mode: 0o440 } },
  ])
  expect(['null', '[]']).toContain((await container(service, 'Configs')) || 'null')
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await expect(page.getByText(`This was moved to secret ${config}.`)).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('canary-3f81')
  await openEditor(page, server, stack)
  const text = (await page.locator('.cm-line').allTextContents()).join('\n')
  expect(text).toContain(`    secrets:\n      - source: ${config} # by design\n        target: /etc/app.ini\n`)
  expect(text).toContain('  web: # the window')
  await expect(planOf(page).getByText(/^Nothing to do/)).toBeVisible()

  await page.goto(`${server.url}/operations`)
  await page.getByRole('link', { name: new RegExp(`^Move config ${config}`) }).click()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await dialog.getByRole('button', { name: `Put ${config} back in 1 service` }).click()
  await expect(page.getByRole('link', { name: 'revision 3' })).toBeVisible({ timeout: 90_000 })
  expect(await container(service, 'Configs')).toContain('"Name":"/etc/app.ini"')
  await openEditor(page, server, stack)
  // Nothing was written when it was open before, so it begins with what has come since.
  await expect.poll(async () => (await page.locator('.cm-line').allTextContents()).join('\n')).toBe(file(config))

  await moveVariable(page, server, service)
  for (const canary of ['canary-3f81', 'canary-5d20']) expect(server.output()).not.toContain(canary)
})
