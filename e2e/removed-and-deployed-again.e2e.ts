import { docker } from './support/docker'
import { deploy, openEditor } from './support/editor'
import { cookieOf, expect, send, test } from './support/journey'
import { untilConverged } from './support/progress'

const file = `services:
  web:
    image: skep/stand-in:1
    networks: [front]
    configs: [site]
    deploy: {update_config: {monitor: 500ms}}
networks:
  front: {}
configs:
  site: {file: site.conf}
`

const base64 = (text: string) => Buffer.from(text).toString('base64')

const rounds = 10

test('a stack is removed and deployed again at once, ten times in a row', async ({
  adminPage: page,
  server,
  stack,
}) => {
  test.setTimeout(300_000)
  await openEditor(page, server, null)
  await page.getByLabel('Name of the stack').fill(stack)
  await page
    .locator('input[type=file]:not([webkitdirectory])')
    .first()
    .setInputFiles([
      { name: 'compose.yaml', mimeType: 'text/yaml', buffer: Buffer.from(file) },
      { name: 'site.conf', mimeType: 'text/plain', buffer: Buffer.from('server {}') },
    ])
  await deploy(page, /^Deploy: create 1 service/)
  await untilConverged(page)

  await page.goto(`${server.url}/stacks/${stack}`)
  await page.getByRole('button', { name: 'Remove…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(`Type ${stack} to confirm`).fill(stack)
  await dialog.getByRole('button', { name: `Remove ${stack} with 1 service` }).click()
  await untilConverged(page)
  await page.goto(`${server.url}/stacks/${stack}`)
  await expect(page.getByText('its revisions stay')).toBeVisible()

  const cookie = await cookieOf(page)
  const path = `/api/stacks/${stack}`
  const files = { 'compose.yaml': file, 'site.conf': 'server {}' }
  const deployment = {
    files: Object.entries(files).map(([name, text]) => ({ name, dataBase64: base64(text) })),
    composeFiles: ['compose.yaml'],
    options: { resolveImage: 'never' },
  }
  for (let round = 0; round < rounds; round++) {
    const { outcome } = await (await send(server, 'POST', `${path}/deployment`, deployment, cookie)).json()
    expect(outcome).toBe('converged')
    const { digest } = await (await send(server, 'POST', `${path}/removal/plan`, {}, cookie)).json()
    // Nobody waits for its end: what is deployed next has to find its way around what is still going.
    await send(server, 'DELETE', path, { planDigest: digest }, cookie)
  }
  const { outcome } = await (await send(server, 'POST', `${path}/deployment`, deployment, cookie)).json()
  expect(outcome).toBe('converged')
  expect(await docker(['stack', 'services', stack, '--format', '{{.Name}} {{.Replicas}}'])).toBe(`${stack}_web 1/1`)
})
