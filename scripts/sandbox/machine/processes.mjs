// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/**
 * @typedef {object} Process
 * @property {number} pid
 * @property {string} name the kernel's name of it, at most 15 characters
 * @property {string[]} args
 */

/** Marks the first process of a node on its command line, so that it is found again without any file. */
export const nodeMark = 'skep-node'

/**
 * The first processes of nodes in or below a folder, with the `unshare` that waits for each. Pids are looked up when
 * they are needed, never remembered: after a reboot the same number is somebody else's.
 * @param {string} folder a sandbox's or a node's
 * @param {Process[]} [processes]
 */
export function nodeProcesses(folder, processes = listProcesses()) {
  return processes.filter(({ args }) => {
    const mark = args.indexOf(nodeMark)
    const nodeFolder = args[mark + 1] ?? ''
    return mark > 0 && (nodeFolder === folder || nodeFolder.startsWith(`${folder}/`))
  })
}

/**
 * The name of the sandbox that the first process of a node belongs to.
 * @param {string[]} args
 */
export const sandboxOfNode = (args) => basename(dirname(args[args.indexOf(nodeMark) + 1] ?? ''))

/**
 * The first process inside the node's own namespaces. Its command line is not enough: `unshare` has the same, and so
 * has each of its children for an instant.
 * @param {string} folder a node's
 */
export const firstProcess = (folder) => nodeProcesses(folder).find(({ pid }) => isFirstInItsNamespace(pid))

/**
 * @param {string} folder a node's
 * @param {Process[]} [processes]
 */
export const engineProcess = (folder, processes = listProcesses()) =>
  processes.find(({ name, args }) => name === 'dockerd' && args.includes(`--data-root=${folder}/data`))

/**
 * What engines leave behind when they are killed.
 * @param {string} folder a node's
 * @param {Process[]} [processes]
 */
export const containerdProcesses = (folder, processes = listProcesses()) =>
  processes.filter(({ name, args }) => name === 'containerd' && args.some((arg) => arg.startsWith(`${folder}/`)))

/**
 * Every process of the nodes below a folder: the first ones and all that descend from them, containers' included.
 * @param {string} folder
 * @returns {Set<number>}
 */
export function pidsInside(folder) {
  const parents = new Map(listPids().map((pid) => [pid, parentOf(pid)]))
  const firsts = new Set(nodeProcesses(folder).map(({ pid }) => pid))
  /** @type {(pid: number) => boolean} */
  const isInside = (pid) => firsts.has(pid) || (pid > 1 && isInside(parents.get(pid) ?? 0))
  return new Set([...parents.keys()].filter(isInside))
}

/**
 * Whether a process has ended. One that nobody has reaped yet holds nothing any more, once the last of its threads is
 * gone: until then its sockets are open, although its memory, and with that its command line, may be gone already.
 * @param {number} pid
 */
export function hasEnded(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return /^State:\tZ/m.test(status) && /^Threads:\t[01]$/m.test(status)
  } catch {
    return true
  }
}

/**
 * Whether a process that was frozen does nothing any more. The signal only asks for it: its threads stop one by one, and
 * until the last has, it may go on answering.
 * @param {number} pid
 */
export function isFrozen(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).every((thread) =>
      /^State:\t[Tt]/m.test(readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8')),
    )
  } catch {
    // A thread ended while we looked.
    return false
  }
}

/** @returns {Process[]} */
export function listProcesses() {
  return listPids().flatMap((pid) => {
    try {
      const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
      return [{ pid, name: readFileSync(`/proc/${pid}/comm`, 'utf8').trim(), args }]
    } catch {
      // It ended while we looked.
      return []
    }
  })
}

const listPids = () =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)

/** @param {number} pid */
function parentOf(pid) {
  try {
    return Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

/**
 * The kernel lists a process's number in each namespace that it is in: ours first, its own last.
 * @param {number} pid
 */
function isFirstInItsNamespace(pid) {
  try {
    return /^NSpid:\t\d+.*\t1$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // Ended meanwhile, which is what most callers want.
    if (!hasEnded(pid)) throw error
  }
}
