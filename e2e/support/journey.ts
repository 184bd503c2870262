// Playwright reads from its parameter what a fixture needs, also when that is nothing.
// biome-ignore-all lint/correctness/noEmptyPattern: see above
// oxlint-disable no-empty-pattern
import { type BrowserContext, test as base, expect, type Page, type TestInfo } from '@playwright/test'
import { removeStack } from './docker'
import { dockerHostOfWorker } from './sandbox'
import { makeServer, type Server } from './server'

export const admin = { username: 'ann', name: 'Ann Admin', password: 'long walks on the beach' }

type Journey = {
  /** Starts a Skep for an engine, with an empty database and no user. */
  startServer: (dockerHost: string) => Promise<Server>
  /** A running Skep with an empty database and no user. */
  newServer: Server
  adminCookies: Cookie[]
  /** A running Skep whose first admin exists. */
  server: Server
  /** A page on which the admin is signed in. */
  adminPage: Page
  /** Opens a page for another person, with cookies of its own. */
  openPage: () => Promise<Page>
  /** A stack's name that nobody else uses; what is deployed under it is removed afterwards. */
  stack: string
}

let stacks = 0

export type Cookie = { name: string; value: string; url: string }

/** Makes the first admin, the way the set-up page does it, and answers what signs him in. */
export async function setUp(server: Server): Promise<Cookie[]> {
  const token = server.setUpLink().split('#')[1]
  const answer = await send(server, 'POST', '/api/set-up', { token, ...admin })
  return answer.headers.getSetCookie().map((text) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
    return { name, value, url: server.url }
  })
}

export const cookieHeader = (cookies: readonly { name: string; value: string }[]) =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

/** What makes a request of our own that of whoever is signed in on the page. */
export async function cookieOf(page: Page): Promise<string> {
  return cookieHeader(await page.context().cookies())
}

/** A request as our own pages send it; a failure shows the answer. */
export async function send(
  server: Server,
  method: string,
  path: string,
  body: unknown,
  cookie = '',
): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: server.url, 'sec-fetch-site': 'same-origin', cookie }
  const answer = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

/** Signs in on a page through its form. */
export async function signIn(page: Page, server: Server, user: { username: string; password: string } = admin) {
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('Username').fill(user.username)
  await page.getByLabel('Password', { exact: true }).fill(user.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  // Hashing a password is slow on purpose, and slower on a busy machine.
  await expect(page).toHaveURL(/\/stacks/)
}

const told = new WeakSet<TestInfo>()

/** Prints what was on the page, as long as what it shows is there: of a failure CI keeps what was printed. */
async function tellFailure(page: Page, test: TestInfo): Promise<void> {
  if (test.status === test.expectedStatus || told.has(test)) return
  told.add(test)
  // A page that is gone must keep nobody from clearing away.
  console.log(await page.locator('body').ariaSnapshot().catch(String))
}

export const test = base.extend<Journey, { swarm: string }>({
  swarm: [
    async ({}, give) => {
      process.env.SKEP_TEST_DOCKER_HOST = dockerHostOfWorker()
      await give(process.env.SKEP_TEST_DOCKER_HOST)
    },
    { scope: 'worker', auto: true },
  ],
  startServer: async ({ page }, give, test) => {
    const servers: Server[] = []
    await give(async (dockerHost) => {
      const server = await makeServer(dockerHost)
      servers.push(server)
      await server.start()
      return server
    })
    await tellFailure(page, test)
    for (const server of servers) {
      await server.stop()
      server.remove()
    }
  },
  newServer: async ({ startServer, swarm }, give) => {
    await give(await startServer(swarm))
  },
  adminCookies: async ({ newServer }, give) => {
    await give(await setUp(newServer))
  },
  server: async ({ newServer, adminCookies: _made }, give) => {
    await give(newServer)
  },
  adminPage: async ({ page, server, adminCookies }, give) => {
    await page.context().addCookies(adminCookies)
    await page.goto(`${server.url}/stacks`)
    await give(page)
  },
  openPage: async ({ browser }, give) => {
    const contexts: BrowserContext[] = []
    await give(async () => {
      const context = await browser.newContext()
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  stack: async ({ page }, give, test) => {
    const name = `journey${process.pid}${stacks++}`
    await give(name)
    await tellFailure(page, test)
    await removeStack(name)
  },
})

export { expect }
