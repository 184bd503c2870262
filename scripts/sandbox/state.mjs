// @ts-check
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { askEngine } from './machine/engine-api.mjs'
import { requireSandboxName, stateFileOf } from './machine/places.mjs'
import { SandboxError } from './machine/sandbox-error.mjs'

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

/** `env` sets the variable, so that in that shell every command means the same sandbox. */
export const defaultName = process.env.SKEP_SANDBOX || 'demo'

/**
 * What is known of a sandbox that was brought up; whether it still lives is a question to its engines.
 * @param {string} [name]
 * @returns {Sandbox | undefined}
 */
export function readSandbox(name = defaultName) {
  requireSandboxName(name)
  try {
    return JSON.parse(readFileSync(stateFileOf(name), 'utf8'))
  } catch {
    // Not there, or not whole: either way there is nothing to use, and `up` removes what there is.
    return undefined
  }
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
 * Written last and at one stroke: a sandbox without this file was never whole.
 * @param {Sandbox} sandbox
 */
export function writeSandbox(sandbox) {
  const file = stateFileOf(sandbox.name)
  writeFileSync(`${file}.new`, `${JSON.stringify(sandbox, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}

/**
 * The socket of a manager that answers; the first one as long as it does. A promoted node will do.
 * @param {Sandbox} sandbox
 */
export async function findManager({ name, nodes }) {
  for (const { socket } of nodes) {
    /** @type {{ Swarm: { ControlAvailable: boolean } } | undefined} */
    const info = await askEngine(socket, 'GET', '/info', { limitMs: 3_000 }).catch(() => undefined)
    if (info?.Swarm.ControlAvailable) return socket
  }
  throw new SandboxError(`No manager of “${name}” answers.`, `Say: npm run sandbox -- up --name ${name}`)
}
