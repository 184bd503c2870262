// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { chooseSwarm } from './find-swarm.mjs'

/** @type {(() => void)[]} */
const undo = []
afterEach(() => {
  for (const each of undo.splice(0)) each()
})

/**
 * Something that answers like an engine which says this of its swarm.
 * @param {object} Swarm
 * @returns {Promise<string>} its socket
 */
async function engine(Swarm) {
  const folder = mkdtempSync(join(tmpdir(), 'skep-up-'))
  const socket = join(folder, 'docker.sock')
  const server = createServer((_request, response) => response.end(JSON.stringify({ Swarm })))
  await new Promise((listening) => server.listen(socket, () => listening(undefined)))
  undo.push(() => {
    server.close()
    rmSync(folder, { recursive: true })
  })
  return socket
}

const manager = () => engine({ LocalNodeState: 'active', ControlAvailable: true })
const worker = () => engine({ LocalNodeState: 'active', ControlAvailable: false })
const nowhere = '/nonexistent/docker.sock'

test('the engine that the user names is used, without a look at it', async () => {
  const { dockerHost } = await chooseSwarm({ dockerHost: 'tcp://10.0.0.1:2376', socket: await manager() })
  expect(dockerHost).toBe('tcp://10.0.0.1:2376')
})

test('a local swarm manager is used', async () => {
  const socket = await manager()
  expect((await chooseSwarm({ socket, canSandbox: true })).dockerHost).toBe(`unix://${socket}`)
})

test('the user can have a sandbox although there is a swarm', async () => {
  expect((await chooseSwarm({ wantsSandbox: true, socket: await manager() })).dockerHost).toBe('sandbox')
})

test('a local engine that manages no swarm is left alone, and named', async () => {
  for (const socket of [await worker(), await engine({ LocalNodeState: 'inactive' })]) {
    const { dockerHost, why } = await chooseSwarm({ socket, canSandbox: true })
    expect(dockerHost).toBe('sandbox')
    expect(why).toContain(`DOCKER_HOST=unix://${socket}`)
  }
})

test('where no sandbox can be made, a local engine without a swarm is served, since its page can initialise one', async () => {
  const socket = await engine({ LocalNodeState: 'inactive' })
  expect((await chooseSwarm({ socket, canSandbox: false })).dockerHost).toBe(`unix://${socket}`)
})

test('without any engine the sandbox is started, or says why it cannot', async () => {
  for (const canSandbox of [true, false])
    expect((await chooseSwarm({ socket: nowhere, canSandbox })).dockerHost).toBe('sandbox')
})
