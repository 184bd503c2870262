// @ts-check
import { askEngine } from './machine/engine-api.mjs'
import { switchFolderOf } from './machine/places.mjs'
import { firstProcess } from './machine/processes.mjs'
import { until } from './machine/run.mjs'
import { areReady } from './swarm.mjs'

/** @typedef {import('./state.mjs').Sandbox} Sandbox */

/**
 * Whether all nodes live, the switch too, all engines answer and the managers see all nodes ready. A machine under load
 * gets time: other people may be using this sandbox, and the answer “no” ends it.
 * @param {Sandbox} sandbox
 * @param {(text: string) => void} log
 */
export async function isHealthy(sandbox, log) {
  const folders = [switchFolderOf(sandbox.name), ...sandbox.nodes.map(({ folder }) => folder)]
  if (!folders.every((folder) => firstProcess(folder))) return false
  const slow = setTimeout(() => log('waiting for the engines to answer …'), 1_000)
  const answers = await Promise.all(
    sandbox.nodes.map(async ({ socket }) => {
      /** @type {{ Swarm: { LocalNodeState: string } } | undefined} */
      const info = await askEngine(socket, 'GET', '/info', { limitMs: 20_000 }).catch(() => undefined)
      return info?.Swarm.LocalNodeState === 'active'
    }),
  )
  clearTimeout(slow)
  if (answers.includes(false)) return false
  const sockets = sandbox.nodes.map(({ socket }) => socket)
  if (await areReady(sockets, sockets.length)) return true
  log('waiting for all nodes to be ready …')
  return Boolean(await until(30_000, () => areReady(sockets, sockets.length), 200))
}
