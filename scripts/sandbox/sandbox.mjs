// @ts-check
import { isHealthy } from './health.mjs'
import { loadStandIns } from './load-images.mjs'
import { signalEngine, startEngine } from './machine/engine-process.mjs'
import { withLock } from './machine/lock.mjs'
import { ensureCommands, requireLinuxRoot } from './machine/packages.mjs'
import { cgroupOf, placesOf, requireSandboxName, requireShape } from './machine/places.mjs'
import { SandboxError } from './machine/sandbox-error.mjs'
import { hasTraces, takeDown } from './machine/take-down.mjs'
import { makeSandbox } from './make-sandbox.mjs'
import { defaultName, readSandbox, requireSandbox } from './state.mjs'

// Tests and other scripts find all that a sandbox can do in this one file.
export { readSandbox } from './state.mjs'
export { curlTask, insideTaskNetwork } from './task-network.mjs'

/**
 * @typedef {import('./state.mjs').Sandbox} Sandbox
 * @typedef {import('./make-sandbox.mjs').UpOptions} UpOptions
 */

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

const managersOf = (/** @type {Sandbox} */ { nodes }) => nodes.filter(({ role }) => role === 'manager')

/**
 * @param {Sandbox} sandbox
 * @param {UpOptions} wanted only what was asked for in so many words counts
 */
function requireSameShape(sandbox, { nodes, managers, engine }) {
  const has = { nodes: sandbox.nodes.length, managers: managersOf(sandbox).length, engine: sandbox.engine }
  const differs =
    (nodes !== undefined && nodes !== has.nodes) ||
    (managers !== undefined && managers !== has.managers) ||
    (engine !== undefined && engine !== has.engine)
  if (!differs) return
  throw new SandboxError(
    `“${sandbox.name}” is up, but not like that: nodes ${has.nodes}, managers ${has.managers}, engine ${has.engine}.`,
    `Say: npm run sandbox -- down --name ${sandbox.name}, then up again.`,
  )
}
