// @ts-check
import { mkdirSync } from 'node:fs'
import { loadStandIns } from './load-images.mjs'
import { ensureCurrentEngine } from './machine/current-engine.mjs'
import { startEngine } from './machine/engine-process.mjs'
import { makeNetwork } from './machine/network.mjs'
import { startNode } from './machine/node-process.mjs'
import { cgroupOf, folderOf, placesOf, switchFolderOf } from './machine/places.mjs'
import { until } from './machine/run.mjs'
import { SandboxError } from './machine/sandbox-error.mjs'
import { writeSandbox } from './state.mjs'
import { areReady, makeSwarm } from './swarm.mjs'

/**
 * @typedef {import('./state.mjs').Sandbox} Sandbox
 * @typedef {object} UpOptions
 * @property {string} [name] default `demo`
 * @property {number} [nodes] default 3
 * @property {number} [managers] default 1, the first nodes
 * @property {'debian' | 'current'} [engine] default `debian`
 * @property {(text: string) => void} [log] told before everything that takes longer than a second
 */

/**
 * Makes the nodes, their engines and the swarm, where nothing of this sandbox is.
 * @param {Required<UpOptions>} options
 * @returns {Promise<Sandbox>}
 */
export async function makeSandbox({ name, nodes, managers, engine, log }) {
  const places = placesOf(name, nodes)
  const engineRoot = engine === 'current' ? await ensureCurrentEngine(log) : ''
  mkdirSync(folderOf(name), { recursive: true, mode: 0o700 })
  log(`starting ${nodes} ${nodes === 1 ? 'engine' : 'engines'} …`)
  const hub = { hostname: 'switch', folder: switchFolderOf(name) }
  await Promise.all([startNode(hub, ''), ...places.map((place) => startNode(place, engineRoot))])
  await makeNetwork(hub.folder, places)
  const versions = await Promise.all(places.map((place) => startEngine(place, engineRoot, cgroupOf(name))))
  log('making a swarm of them, and giving them images …')
  const sockets = places.map(({ socket }) => socket)
  await Promise.all([makeSwarm(places, managers), loadStandIns(sockets)])
  const ready = await until(60_000, () => areReady(sockets, nodes))
  if (!ready) throw new SandboxError(`Not all ${nodes} nodes are ready after a minute.`)
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
  writeSandbox(sandbox)
  return sandbox
}
