// @ts-check
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { askEngine } from './engine-api.mjs'
import { insideNode, spawnDetached } from './node-process.mjs'
import { containerdProcesses, engineProcess, hasEnded, isFrozen, signalProcess } from './processes.mjs'
import { until } from './run.mjs'
import { SandboxError } from './sandbox-error.mjs'

/** @typedef {import('./places.mjs').Place} Place */

/** On two busy cores an engine has taken 11 s to come back after a kill. */
const startLimitMs = 60_000

/**
 * Starts a node's engine and returns its version when it answers. The engine must not be the node's first process, or
 * killing it would take its containers along. `setsid --fork` hands it over to that first process, so that no `nsenter`
 * stays between them and is frozen with it.
 * @param {Place} place
 * @param {string} engineRoot
 * @param {string} cgroup
 * @returns {Promise<string>}
 */
export async function startEngine({ hostname, folder, socket }, engineRoot, cgroup) {
  if (engineProcess(folder)) throw new SandboxError(`The engine of ${hostname} is running already.`)
  await removeLeftovers(folder)
  const log = `${folder}/engine.log`
  spawnDetached(log, 'nsenter', [
    ...insideNode(folder),
    ...['setsid', '--fork', ...(engineRoot ? ['chroot', engineRoot] : []), 'dockerd'],
    ...[`--data-root=${folder}/data`, `--exec-root=${folder}/exec`, `--pidfile=${folder}/engine.pid`],
    ...[`--host=unix://${socket}`, '--exec-opt=native.cgroupdriver=cgroupfs', `--cgroup-parent=${cgroup}/${hostname}`],
    '--shutdown-timeout=3',
  ])
  let seen = false
  const version = await until(startLimitMs, async () => {
    /** @type {{ Version: string } | undefined} */
    const answer = await askEngine(socket, 'GET', '/version', { limitMs: 5_000 }).catch(() => undefined)
    if (answer) return answer.Version
    const alive = Boolean(engineProcess(folder))
    if (seen && !alive) throw startFailure(hostname, log)
    seen ||= alive
    return undefined
  })
  if (!version) throw startFailure(hostname, log)
  return version
}

/** @typedef {'stop' | 'start' | 'kill' | 'freeze' | 'thaw'} EngineAction */

/** What `engine NODE …` can do beside starting. */
const signals = /** @type {const} */ ({ stop: 'SIGTERM', kill: 'SIGKILL', freeze: 'SIGSTOP', thaw: 'SIGCONT' })

/**
 * Sends an engine the signal for an action; returns when an engine that was to end has ended, and one that was to freeze
 * has stopped.
 * @param {Place} place
 * @param {Exclude<EngineAction, 'start'>} action
 */
export async function signalEngine({ hostname, folder }, action) {
  const engine = engineProcess(folder)
  if (!engine) throw new SandboxError(`The engine of ${hostname} is not running.`, `Say: engine ${hostname} start`)
  signalProcess(engine.pid, signals[action])
  if (action === 'thaw') return
  if (action === 'freeze') {
    if (await until(30_000, () => isFrozen(engine.pid), 5)) return
    throw new SandboxError(`The engine of ${hostname} does not freeze.`)
  }
  const ended = await until(30_000, () => hasEnded(engine.pid))
  if (!ended) throw new SandboxError(`The engine of ${hostname} does not end.`, 'Is it frozen? Then thaw it first.')
}

/**
 * Removes what a killed engine leaves: its containerd, which would keep the old sockets, and files naming dead
 * processes.
 * @param {string} folder
 */
async function removeLeftovers(folder) {
  const left = containerdProcesses(folder)
  for (const { pid } of left) signalProcess(pid, 'SIGKILL')
  await until(5_000, () => left.every(({ pid }) => hasEnded(pid)))
  rmSync(`${folder}/engine.pid`, { force: true })
  const containerd = `${folder}/exec/containerd`
  if (!existsSync(containerd)) return
  for (const file of readdirSync(containerd))
    if (file === 'containerd.pid' || file.includes('.sock')) rmSync(`${containerd}/${file}`, { force: true })
}

/**
 * @param {string} hostname
 * @param {string} log
 */
function startFailure(hostname, log) {
  const lastWords = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n')
  return new SandboxError(`The engine of ${hostname} does not start:\n${lastWords}`, `Its whole log is ${log}`)
}
