// @ts-check
import { SandboxError } from './sandbox-error.mjs'

/** Fixed and short: a unix socket's path may have 107 bytes, and containerd appends 40 to a node's folder. */
export const sandboxesFolder = '/var/lib/skep-sandbox'
export const cacheFolder = '/var/cache/skep-sandbox'

const longestName = 24
const mostNodes = 9

/** @param {string} name */
export function requireSandboxName(name) {
  if (name.length <= longestName && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)) return
  throw new SandboxError(
    `“${name}” cannot be the name of a sandbox.`,
    `Use at most ${longestName} small letters, digits and hyphens, with a letter or digit at both ends.`,
  )
}

/**
 * @param {number} nodes
 * @param {number} managers
 */
export function requireShape(nodes, managers) {
  if (!Number.isInteger(nodes) || nodes < 1 || nodes > mostNodes)
    throw new SandboxError(`A sandbox has 1 to ${mostNodes} nodes.`, 'Say for example --nodes 3.')
  if (!Number.isInteger(managers) || managers < 1 || managers > nodes)
    throw new SandboxError(`Of ${nodes} nodes, 1 to ${nodes} can be managers.`, 'Say for example --managers 1.')
}

/** @param {string} name */
export const folderOf = (name) => `${sandboxesFolder}/${name}`

/** @param {string} name */
export const stateFileOf = (name) => `${folderOf(name)}/sandbox.json`

/** @param {string} name */
export const cgroupOf = (name) => `/skep-sandbox/${name}`

/**
 * Where the switch between the nodes lives.
 * @param {string} name
 */
export const switchFolderOf = (name) => `${folderOf(name)}/switch`

/**
 * @typedef {object} Place
 * @property {string} hostname `node1`, `node2` …
 * @property {string} address its address among the nodes
 * @property {string} folder
 * @property {string} socket path of the engine's socket
 */

/**
 * Where each node of a sandbox lives.
 * @param {string} name
 * @param {number} nodes
 * @returns {Place[]}
 */
export function placesOf(name, nodes) {
  return Array.from({ length: nodes }, (_, index) => {
    const hostname = `node${index + 1}`
    const folder = `${folderOf(name)}/${hostname}`
    return {
      hostname,
      address: `10.88.0.${index + 1}`,
      folder,
      socket: `${folder}/docker.sock`,
    }
  })
}
