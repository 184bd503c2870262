import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export type Server = {
  url: string
  dataFolder: string
  /** Where it would put temporary files. */
  tempFolder: string
  /** Everything that it wrote on standard output and standard error so far, over all of its lives. */
  output: () => string
  /** The link with which the first admin is made. */
  setUpLink: () => string
  kill: () => Promise<void>
  stop: () => Promise<void>
  /** Waits until it ends by itself, and answers by which signal. */
  ended: () => Promise<NodeJS.Signals | null>
  /** Takes away what it has kept. */
  remove: () => void
  /** Starts again with the same data and address. */
  start: (env?: Record<string, string>) => Promise<void>
}

const builtServer = resolve(import.meta.dirname, '../../.next/standalone/server.js')

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

/** A Skep with a database of its own, for the swarm of the journeys. It is not started yet. */
export async function makeServer(dockerHost: string): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const dataFolder = mkdtempSync(join(tmpdir(), 'skep-journey-'))
  const tempFolder = mkdtempSync(join(tmpdir(), 'skep-journey-tmp-'))
  let written = ''
  let child: ChildProcess | undefined

  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  return {
    url,
    dataFolder,
    tempFolder,
    output: () => written,
    setUpLink: () => written.match(/http:\S+\/set-up#\S+/g)?.at(-1) ?? '',
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    ended: async () => {
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      return child?.signalCode ?? null
    },
    remove: () => {
      for (const folder of [dataFolder, tempFolder]) rmSync(folder, { recursive: true, force: true })
    },
    start: async (env = {}) => {
      child = spawn(process.execPath, [builtServer], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'production',
          HOSTNAME: '127.0.0.1',
          PORT: String(port),
          SKEP_HOST: '127.0.0.1',
          SKEP_PORT: String(port),
          SKEP_DATA: dataFolder,
          TMPDIR: tempFolder,
          SKEP_LEASE_MS: '2000',
          DOCKER_HOST: dockerHost,
          ...env,
        },
      })
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (written += chunk))
      await untilHealthy(url, child, () => written)
    },
  }
}

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const end = Date.now() + 30_000
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended:\n${output()}`)
    const healthy = await fetch(`${url}/api/health`)
      .then((answer) => answer.ok)
      .catch(() => false)
    if (healthy) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`The server does not answer:\n${output()}`)
}
