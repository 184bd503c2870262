import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { admin, cookieHeader, send, setUp, signIn } from '@/e2e/support/journey'
import { makeServer, type Server } from '@/e2e/support/server'
import playwright from '@/playwright.config'
import { type FaultProxy, startFaultProxy } from '@/scripts/sandbox/fault-proxy.mjs'
import { downSandbox, upSandbox } from '@/scripts/sandbox/sandbox.mjs'

/** A swarm of three nodes, a Skep whose requests to the engine are counted, and a browser. */
export type Stage = {
  proxy: FaultProxy
  server: Server
  /** What a browser of its own is to the server: cookies, storage and live stream, signed in. */
  newBrowser: () => Promise<BrowserContext>
  close: () => Promise<void>
}

export const sandboxName = `${process.env.SKEP_TEST_SANDBOX ?? 'test'}-measure`

/** Everything that was begun is ended again, also when the measuring fails. */
export async function onStage(measure: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await setStage()
  try {
    await measure(stage)
  } finally {
    await stage.close()
  }
}

async function setStage(): Promise<Stage> {
  const sandbox = await upSandbox({ name: sandboxName, nodes: 3, managers: 1, log: console.log })
  process.env.SKEP_TEST_DOCKER_HOST = sandbox.dockerHost
  const folder = mkdtempSync(join(tmpdir(), 'skep-measure-'))
  const listen = join(folder, 'docker.sock')
  const proxy = await startFaultProxy({ listen, target: sandbox.dockerHost.replace('unix://', '') })
  const server = await makeServer(`unix://${listen}`)
  await server.start()
  const browser = await chromium.launch(playwright.use?.launchOptions)
  try {
    await setUp(server)
    const people = await signedInPeople(browser, server)
    let browsers = 0
    return {
      proxy,
      server,
      newBrowser: () => browser.newContext({ storageState: people[browsers++ % people.length], locale: 'en-GB' }),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }

  async function close(): Promise<void> {
    await browser.close()
    await server.stop()
    await proxy.close()
    await downSandbox(sandboxName)
    rmSync(folder, { recursive: true })
  }
}

/** Three, since one person may have ten streams. */
async function signedInPeople(browser: Browser, server: Server) {
  const ann = await signedIn(browser, server)
  const cookie = cookieHeader(ann.cookies)
  const others = ['bob', 'eve'].map((username) => ({ username, name: username, password: 'short walks in the wood' }))
  for (const other of others) await send(server, 'POST', '/api/users', { ...other, role: 'operator' }, cookie)
  return [ann, ...(await Promise.all(others.map((other) => signedIn(browser, server, other))))]
}

async function signedIn(browser: Browser, server: Server, person = admin) {
  const context = await browser.newContext({ locale: 'en-GB' })
  await signIn(await context.newPage(), server, person)
  const state = await context.storageState()
  await context.close()
  return state
}
