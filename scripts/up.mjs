// @ts-check
/**
 * `npm run up`: installs, builds, finds a swarm (or starts one), starts the server, and says where to look. Run again, it
 * does only what is left to do.
 */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { buildServer } from './setup/build.mjs'
import { ensureSqlite, installPackages } from './setup/dependencies.mjs'
import { step } from './setup/progress.mjs'
import { findSwarm } from './up/find-swarm.mjs'
import { addressOf, isOurs, isTaken, untilHealthy } from './up/server-address.mjs'

const root = resolve(import.meta.dirname, '..')
const usage = `npm run up [-- --sandbox]

Installs, builds and starts Skep on http://127.0.0.1:3000, for the engine of DOCKER_HOST, or the local one when it is a
swarm manager. Where there is none, it starts a small swarm of its own with a sample stack.

  --sandbox            use that swarm even when there is another
  SKEP_SANDBOX         its name, as for \`npm run sandbox -- up --name\` (demo)
  SKEP_HOST, SKEP_PORT where to listen      SKEP_DATA  where the database is kept (./data)`

/** @param {NodeJS.ProcessEnv} env */
async function serve(env) {
  const server = await buildServer(root)
  const dockerHost = await findSwarm({ dockerHost: env.DOCKER_HOST, wantsSandbox: process.argv.includes('--sandbox') })
  const address = addressOf(env)
  const child = spawn(process.execPath, [server], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOSTNAME: address.host,
      PORT: String(address.port),
      SKEP_HOST: address.host,
      SKEP_PORT: String(address.port),
      SKEP_DATA: env.SKEP_DATA || resolve(root, 'data'),
      DOCKER_HOST: dockerHost,
    },
  })
  const ended = new Promise((done) => child.on('exit', (code, signal) => done(code ?? (signal ? 0 : 1))))
  // The server ends by itself on these; waiting for it keeps its last words.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  await Promise.race([step('starting the server', () => untilHealthy(address.url)), ended])
  if (child.exitCode === null) console.log(`\nSkep is at ${address.url}  (stop it with Ctrl-C)\n`)
  process.exitCode = Number(await ended)
}

async function main() {
  if (process.argv.includes('--help')) return console.log(usage)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Skep needs Node 20.19 or later; this is ${process.version}.`)
  const address = addressOf(process.env)
  if (await isOurs(address.url)) return console.log(`Skep is already running at ${address.url}`)
  if (await isTaken(address))
    throw new Error(`${address.host}:${address.port} is taken by another program. Choose another with SKEP_PORT=3001.`)
  await installPackages(root)
  await ensureSqlite(root)
  await serve(process.env)
}

main().catch((error) => {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  if (error?.hint) console.error(error.hint)
  process.exitCode = 1
})
