// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadStandIns } from './load-images.mjs'
import { askEngine } from './machine/engine-api.mjs'
import { signalEngine, startEngine } from './machine/engine-process.mjs'
import { withLock } from './machine/lock.mjs'
import { makeNetwork } from './machine/network.mjs'
import { startNode } from './machine/node-process.mjs'
import { ensureCommands, requireLinuxRoot } from './machine/packages.mjs'
import {
  cgroupOf,
  folderOf,
  placesOf,
  requireSandboxName,
  requireShape,
  stateFileOf,
  switchFolderOf,
} from './machine/places.mjs'
import { SandboxError } from './machine/sandbox-error.mjs'
import { hasTraces, takeDown } from './machine/take-down.mjs'
import { listNodes, makeSwarm, waitUntilReady } from './swarm.mjs'

/**
 * @typedef {object} SandboxNode
 * @property {string} name its hostname
 * @property {'manager' | 'worker'} role as it was made; a promotion later does not show here
 * @property {string} address among the nodes
 * @property {string} socket path of its engine's socket
 * @property {string} folder with its logs and data
 */

/**
 * @typedef {object} Sandbox
 * @property {string} name
 * @property {'debian' | 'current'} engine
 * @property {string} engineVersion
 * @property {string} engineRoot folder that the engines take for `/`, or an empty string
 * @property {SandboxNode[]} nodes
 * @property {string} dockerHost for DOCKER_HOST: the first manager
 */

/**
 * @typedef {object} UpOptions
 * @property {string} [name]
 * @property {number} [nodes] default 3
 * @property {number} [managers] default 1, the first nodes
 * @property {'debian' | 'current'} [engine]
 * @property {(text: string) => void} [log] told before everything that takes longer than a second
 */

export const defaultName = 'demo'

const silent = () => {}

/**
 * Brings a swarm up, or returns the one that is up already. What is left of one that broke is removed first.
 * @param {UpOptions} [options]
 * @returns {Promise<Sandbox & { isNew: boolean }>}
 */
export async function upSandbox(options = {}) {
  const { name = defaultName, nodes = 3, managers = 1, engine = 'debian', log = silent } = options
  requireSandboxName(name)
  requireShape(nodes, managers)
  requireLinuxRoot()
  return withLock(name, log, async () => {
    const known = readSandbox(name)
    if (known && (await isHealthy(known, log))) {
      requireSameShape(known, options)
      await loadStandIns(known.nodes.map(({ socket }) => socket))
      return { ...known, isNew: false }
    }
    if (hasTraces(name)) {
      log(`removing what is left of “${name}” …`)
      await takeDown(name)
    }
    await ensureCommands(log)
    try {
      return { ...(await makeSandbox({ name, nodes, managers, engine, log })), isNew: true }
    } catch (error) {
      await takeDown(name)
      throw error
    }
  })
}

/**
 * Removes a sandbox, whatever is left of it. Returns whether there was anything.
 * @param {string} [name]
 * @param {(text: string) => void} [log]
 */
export async function downSandbox(name = defaultName, log = silent) {
  requireSandboxName(name)
  requireLinuxRoot()
  return withLock(name, log, async () => {
    if (!hasTraces(name)) return false
    log(`removing “${name}” …`)
    await takeDown(name)
    return true
  })
}

/**
 * What is known of a sandbox that was brought up; whether it still lives is a question to its engines.
 * @param {string} [name]
 * @returns {Sandbox | undefined}
 */
export function readSandbox(name = defaultName) {
  requireSandboxName(name)
  const file = stateFileOf(name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/**
 * The sandbox, or an error that says how to bring it up.
 * @param {string} [name]
 */
export function requireSandbox(name = defaultName) {
  const sandbox = readSandbox(name)
  if (!sandbox) throw new SandboxError(`There is no sandbox “${name}”.`, `Say: npm run sandbox -- up --name ${name}`)
  return sandbox
}

/**
 * Stops, starts, kills, freezes or thaws the engine of one node. After `start` it answers; whether its node is ready
 * again is known to the managers.
 * @param {string} name
 * @param {string} hostname
 * @param {import('./machine/engine-process.mjs').EngineAction} action
 */
export async function engineAction(name, hostname, action) {
  const sandbox = requireSandbox(name)
  const place = placesOf(name, sandbox.nodes.length).find((node) => node.hostname === hostname)
  if (!place)
    throw new SandboxError(
      `“${name}” has no ${hostname}.`,
      `It has ${sandbox.nodes.map((node) => node.name).join(', ')}.`,
    )
  if (action === 'start') await startEngine(place, sandbox.engineRoot, cgroupOf(name))
  else await signalEngine(place, action)
}

/**
 * The sockets on which managers can be expected.
 * @param {Sandbox} sandbox
 */
export const managerSockets = (sandbox) =>
  sandbox.nodes.filter(({ role }) => role === 'manager').map(({ socket }) => socket)

/**
 * @param {Required<UpOptions>} options
 * @returns {Promise<Sandbox>}
 */
async function makeSandbox({ name, nodes, managers, engine, log }) {
  const places = placesOf(name, nodes)
  const engineRoot = ''
  mkdirSync(folderOf(name), { recursive: true, mode: 0o700 })
  log(`starting ${nodes} ${nodes === 1 ? 'engine' : 'engines'} …`)
  const hub = { hostname: 'switch', folder: switchFolderOf(name) }
  await Promise.all([startNode(hub, ''), ...places.map((place) => startNode(place, engineRoot))])
  await makeNetwork(hub.folder, places)
  const versions = await Promise.all(places.map((place) => startEngine(place, engineRoot, cgroupOf(name))))
  log('making a swarm of them, and giving them images …')
  const sockets = places.map(({ socket }) => socket)
  await Promise.all([makeSwarm(places, managers), loadStandIns(sockets)])
  await waitUntilReady(sockets.slice(0, managers), nodes, 60_000)
  /** @type {Sandbox} */
  const sandbox = {
    name,
    engine,
    engineVersion: versions[0] ?? '',
    engineRoot,
    dockerHost: `unix://${sockets[0]}`,
    nodes: places.map(({ hostname, ...place }, index) => ({
      ...place,
      name: hostname,
      role: index < managers ? 'manager' : 'worker',
    })),
  }
  // Written last: a sandbox without this file was never whole.
  writeFileSync(stateFileOf(name), `${JSON.stringify(sandbox, null, 2)}\n`)
  return sandbox
}

/**
 * Whether all engines answer and the managers see all nodes ready. A machine under load gets time: other people may be
 * using this sandbox, and the answer “no” ends it.
 * @param {Sandbox} sandbox
 * @param {(text: string) => void} log
 */
async function isHealthy(sandbox, log) {
  const slow = setTimeout(() => log('waiting for the engines to answer …'), 1_000)
  const answers = await Promise.all(
    sandbox.nodes.map(async ({ socket }) => {
      const info = await askEngine(socket, 'GET', '/info', { limitMs: 10_000 }).catch(() => undefined)
      return info?.Swarm.LocalNodeState === 'active'
    }),
  )
  clearTimeout(slow)
  if (answers.includes(false)) return false
  const sockets = managerSockets(sandbox)
  const statuses = await listNodes(sockets[0] ?? '').catch(() => [])
  if (statuses.length === sandbox.nodes.length && statuses.every(({ status }) => status === 'ready')) return true
  log('waiting for all nodes to be ready …')
  return waitUntilReady(sockets, sandbox.nodes.length, 30_000).then(
    () => true,
    () => false,
  )
}

/**
 * @param {Sandbox} sandbox
 * @param {UpOptions} wanted only what was asked for in so many words counts
 */
function requireSameShape(sandbox, { nodes, managers, engine }) {
  const has = { nodes: sandbox.nodes.length, managers: managerSockets(sandbox).length, engine: sandbox.engine }
  const differs =
    (nodes !== undefined && nodes !== has.nodes) ||
    (managers !== undefined && managers !== has.managers) ||
    (engine !== undefined && engine !== has.engine)
  if (!differs) return
  throw new SandboxError(
    `“${sandbox.name}” is up, but with ${has.nodes} nodes, ${has.managers} of them managers, and the ${has.engine} engine.`,
    `Say: npm run sandbox -- down --name ${sandbox.name}, then up again.`,
  )
}
