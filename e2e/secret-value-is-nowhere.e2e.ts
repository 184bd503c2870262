import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { engineAction } from '@/scripts/sandbox/sandbox.mjs'
import { deployStack, docker } from './support/docker'
import { expect, test } from './support/journey'
import { sandboxName } from './support/sandbox'
import type { Server } from './support/server'
import { stackFile } from './support/stacks'

/** The marker in every form in which it could have been kept. */
function formsOf(marker: string): string[] {
  const bytes = Buffer.from(marker)
  return [marker, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), bytes.toString('hex')]
}

/** Collects everything that the server answers to this page. */
function recordAnswers(page: Page): () => Promise<string> {
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    // It never ends; a stream of our own tells what it carries.
    if (response.url().includes('/api/events')) return
    answers.push(
      response.body().then(
        (body) => body.toString('latin1'),
        () => '',
      ),
    )
  })
  return async () => (await Promise.all(answers)).join('\n')
}

/** All that the event stream tells to whoever is signed in as this page is. */
async function recordStream(page: Page, { url }: Server, secret: string) {
  const cookies = await page.context().cookies()
  const stop = new AbortController()
  const topics = `secrets,services,stacks,operations,swarm,secret:${secret},secret:${secret}_v2`
  const answer = await fetch(`${url}/api/events?topics=${topics}`, {
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    signal: stop.signal,
  })
  let told = ''
  const end = answer.body?.pipeTo(
    new WritableStream({
      write: (chunk: Uint8Array) => {
        told += Buffer.from(chunk).toString('latin1')
      },
    }),
  )
  return async () => {
    stop.abort()
    await end?.catch(() => {})
    return told
  }
}

async function filesOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile())
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))
  return texts.join('\n')
}

const browserStores = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      history.state,
      location.href,
    ]),
  )

test('a secret’s value is in no answer, page, log or file, also when the engine fails', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const secret = `${stack}_password`
  await docker(['secret', 'create', secret, '-'], 'first value')
  await deployStack(stack, stackFile({ web: { secret } }))
  const answers = recordAnswers(page)
  const told = await recordStream(page, server, secret)
  const markers = [`canary-${randomBytes(12).toString('hex')}`, `canary-${randomBytes(12).toString('hex')}`] as const

  await page.goto(`${server.url}/secrets/${secret}/rotate`)
  await page.getByLabel('New value').fill(markers[0])
  await page.getByRole('button', { name: `Create ${secret}_v2 and restart 1 service` }).click()
  await expect(page.getByText('Done: every task runs as asked')).toBeVisible({ timeout: 40_000 })
  expect(await docker(['secret', 'ls', '--format', '{{.Name}}'])).toContain(`${secret}_v2`)
  const pageAfterSuccess = await page.content()

  // The engine goes away between the plan and the click.
  await page.goto(`${server.url}/secrets/${secret}_v2/rotate`)
  await page.getByLabel('New value').fill(markers[1])
  const apply = page.getByRole('button', { name: `Create ${secret}_v3 and restart 1 service` })
  await expect(apply).toBeEnabled()
  await engineAction(sandboxName, 'node1', 'freeze')
  try {
    await apply.click()
    // Recorded, and waiting for the engine.
    await expect(page).toHaveURL(/operation=/)
  } finally {
    await engineAction(sandboxName, 'node1', 'thaw')
  }
  await page.goto(`${server.url}/operations`)
  await expect(page.getByRole('main')).toContainText(secret)

  const stream = await told()
  expect(stream, 'it looks in the right place').toContain(`${secret}_v3`)
  const everything = {
    stream,
    answers: await answers(),
    pages: pageAfterSuccess + (await page.content()),
    browser: await browserStores(page),
    files: await filesOf(server.dataFolder),
    log: server.output(),
  }
  for (const [place, text] of Object.entries(everything))
    for (const form of markers.flatMap(formsOf)) expect(text.includes(form), `${place} has the value`).toBe(false)
})
