import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { engineAction } from '@/scripts/sandbox/sandbox.mjs'
import { browserTraces, filesIn, formsOf, record, recordStream, tracesOf } from './support/canary'
import { deployStack, docker } from './support/docker'
import { admin, cookieOf, expect, send, test } from './support/journey'
import { untilConverged } from './support/progress'
import { referenceOf } from './support/references'
import { sandboxName } from './support/sandbox'
import type { Server } from './support/server'
import { stackFile } from './support/stacks'

/** Letters that every encoding writes in its own way. */
const newValue = () => `canary-${randomBytes(12).toString('hex')} !q"Zü/+&<é`

const nextCache = resolve('.next/standalone/.next')

type Watched = {
  /** Types the value into the form of a secret and applies it. */
  rotate: (secret: string, successor: string, value: string) => Promise<void>
  /** Where any of the values that were typed has been left. */
  traces: () => Promise<string[]>
}

// Much is waited for, and then read.
test.slow()

/** Records from now on everything that leaves a trace. */
async function watch(page: Page, server: Server, secret: string): Promise<Watched> {
  const values: string[] = []
  const pages: string[] = []
  const recorder = record(page)
  const versions = [secret, ...[2, 3].map((number) => `${secret}_v${number}`)]
  const topics = ['secrets', 'services', 'stacks', 'operations', 'swarm', ...versions.map((name) => `secret:${name}`)]
  let told = await recordStream(page, server, topics)
  const before: string[] = []
  return {
    rotate: async (from, successor, value) => {
      values.push(value)
      await page.goto(`${server.url}/secrets/${from}/rotate`)
      await page.getByLabel('New value').fill(value)
      const apply = page.getByRole('button', { name: `Create ${successor} and restart 1 service` })
      await expect(apply).toBeEnabled()
      await apply.click()
    },
    traces: async () => {
      before.push(await told())
      told = await recordStream(page, server, topics)
      pages.push(await browserTraces(page))
      const everything = {
        'the event stream': before.join('\n'),
        answers: await recorder.answers(),
        'addresses and headers of requests': recorder.requests(),
        'the page or what the browser keeps': pages.join('\n'),
        'the database or another file': await filesIn(server.dataFolder, server.tempFolder, nextCache),
        'the log': Buffer.from(server.output()).toString('latin1'),
      }
      // Not as `toContain`: what fails would print all of it.
      expect(everything['the event stream'].includes(secret), 'it looks at the right stream').toBe(true)
      expect(everything['the database or another file'].includes(admin.name), 'it looks at the right files').toBe(true)
      // Only the request that applies it has a value, and that in its body.
      for (const value of values)
        for (const line of recorder.carriers(value)) expect(line).toBe(`POST /api/secrets/${nameIn(line)}/rotation`)
      return Object.entries(everything).flatMap(([place, text]) =>
        tracesOf(text, values).map((form) => `${place}: ${form}`),
      )
    },
  }
}

const nameIn = (line: string) => line.split('/')[3] ?? ''

/** A stack whose one service crashes while its secret has the word in it. */
async function deploy(stack: string, word = 'never'): Promise<string> {
  const secret = `${stack}_password`
  await docker(['secret', 'create', secret, '-'], 'first value')
  const environment = { CRASH_IF_FILE: `/run/secrets/${secret}`, CRASH_IF_WORD: word }
  await deployStack(stack, stackFile({ web: { secret, environment } }))
  return secret
}

const secretOf = (service: string) => referenceOf('secret', service)

test('what looks for a value finds it in every form', () => {
  const value = newValue()
  for (const [name, form] of Object.entries(formsOf(value))) expect(tracesOf(`a ${form} b`, [value])).toContain(name)
  expect(tracesOf('another text', [value])).toEqual([])
})

test('a secret’s value is nowhere after a rotation', async ({ adminPage: page, server, stack }) => {
  const secret = await deploy(stack)
  const { rotate, traces } = await watch(page, server, secret)
  await rotate(secret, `${secret}_v2`, newValue())
  await untilConverged(page)
  expect(await secretOf(`${stack}_web`)).toBe(`${secret}_v2`)
  expect(await traces()).toEqual([])
})

test('a secret’s value is nowhere while it waits for an engine that is away, nor afterwards', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const secret = await deploy(stack)
  const { rotate, traces } = await watch(page, server, secret)
  // It goes away before the request that applies it.
  await page.route('**/rotation', async (route) => {
    await engineAction(sandboxName, 'node1', 'freeze')
    await route.continue()
  })
  try {
    await rotate(secret, `${secret}_v2`, newValue())
    // Recorded, and waiting for the engine.
    await expect(page).toHaveURL(/operation=/)
    expect(await traces()).toEqual([])
  } finally {
    await engineAction(sandboxName, 'node1', 'thaw')
  }
  await expect.poll(() => secretOf(`${stack}_web`), { timeout: 90_000 }).toBe(`${secret}_v2`)
  await page.goto(`${server.url}/operations`)
  await expect(page.getByRole('main')).toContainText(secret)
  expect(await traces()).toEqual([])
})

test('a secret’s value is nowhere after a service crashed on it and was put back', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const secret = await deploy(stack, 'canary')
  const { rotate, traces } = await watch(page, server, secret)
  await rotate(secret, `${secret}_v2`, newValue())
  await expect(page.getByText('The engine paused the update').first()).toBeVisible({ timeout: 90_000 })
  expect(await traces()).toEqual([])
  await expect.poll(() => secretOf(`${stack}_web`), { timeout: 90_000 }).toBe(secret)
  await page.goto(`${server.url}/operations`)
  await expect(page.getByRole('main')).toContainText(secret)
  expect(await traces()).toEqual([])
})

test('a secret’s value is nowhere after its name was taken, and is sent again under another', async ({
  adminPage: page,
  server,
  stack,
}) => {
  const secret = await deploy(stack)
  const { rotate, traces } = await watch(page, server, secret)
  const taken = `${secret}_v2`
  const cookie = await cookieOf(page)
  const isKnown = () =>
    send(server, 'POST', `/api/secrets/${taken}/plan`, {}, cookie).then(
      () => true,
      () => false,
    )
  // Somebody makes it between the plan and the request that applies it.
  await page.route(
    '**/rotation',
    async (route) => {
      await docker(['secret', 'create', taken, '-'], 'theirs')
      await expect.poll(isKnown).toBe(true)
      await route.continue()
    },
    { times: 1 },
  )
  await rotate(secret, taken, newValue())
  await expect(page.getByText(`The name ${taken} is taken`)).toBeVisible()
  expect(await secretOf(`${stack}_web`)).toBe(secret)
  expect(await traces()).toEqual([])
  await page.getByRole('button', { name: `Create ${secret}_v3 and restart 1 service` }).click()
  await untilConverged(page)
  expect(await secretOf(`${stack}_web`)).toBe(`${secret}_v3`)
  expect(await traces()).toEqual([])
})

for (const point of ['after-record', 'after-sent:0', 'after-engine-reply:0', 'after-sent:1'])
  test(`a secret’s value is nowhere after Skep was killed at ${point} and started again`, async ({
    adminPage: page,
    server,
    stack,
  }) => {
    const secret = await deploy(stack)
    const { rotate, traces } = await watch(page, server, secret)
    await server.stop()
    await server.start({ SKEP_FAULT_POINT: point })
    await rotate(secret, `${secret}_v2`, newValue())
    expect(await server.ended()).toBe('SIGKILL')
    await server.start()
    await page.goto(`${server.url}/operations`)
    const state = point === 'after-record' || point === 'after-sent:0' ? 'Needs a decision' : 'Converged'
    await expect(page.getByRole('main').getByRole('row').filter({ hasText: secret }).first()).toContainText(state, {
      timeout: 90_000,
    })
    expect(await traces()).toEqual([])
  })
