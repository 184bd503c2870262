// @ts-check
import { askEngine } from './machine/engine-api.mjs'

/** @typedef {import('./machine/places.mjs').Place} Place */

/**
 * Makes one swarm of the engines: the first begins it, managers join one after the other (each changes the quorum),
 * then the workers all at once.
 * @param {Place[]} places
 * @param {number} managers
 */
export async function makeSwarm(places, managers) {
  const [first, ...others] = places
  if (!first) return
  await askEngine(first.socket, 'POST', '/swarm/init', {
    body: { ListenAddr: '0.0.0.0:2377', AdvertiseAddr: first.address },
  })
  /** @type {{ JoinTokens: { Manager: string, Worker: string } }} */
  const { JoinTokens } = await askEngine(first.socket, 'GET', '/swarm')
  /**
   * @param {Place} place
   * @param {string} token
   */
  const join = (place, token) =>
    askEngine(place.socket, 'POST', '/swarm/join', {
      limitMs: 60_000,
      body: {
        ListenAddr: '0.0.0.0:2377',
        AdvertiseAddr: place.address,
        RemoteAddrs: [`${first.address}:2377`],
        JoinToken: token,
      },
    })
  for (const place of others.slice(0, managers - 1)) await join(place, JoinTokens.Manager)
  await Promise.all(others.slice(managers - 1).map((place) => join(place, JoinTokens.Worker)))
}

/**
 * @typedef {object} NodeStatus
 * @property {string} hostname
 * @property {string} status `ready`, `down` …, as the managers see it
 * @property {string} availability
 * @property {string} managerStatus `leader`, `reachable`, `unreachable`, or nothing for a worker
 * @property {string} engineVersion
 */

/**
 * What a manager says about the nodes.
 * @param {string} socket
 * @returns {Promise<NodeStatus[]>}
 */
export async function listNodes(socket) {
  /** @type {import('./machine/engine-api.mjs').EngineNode[]} */
  const nodes = await askEngine(socket, 'GET', '/nodes', { limitMs: 5_000 })
  return nodes
    .map(({ Description, Status, Spec, ManagerStatus }) => ({
      hostname: Description.Hostname,
      status: Status.State,
      availability: Spec.Availability,
      managerStatus: ManagerStatus?.Leader ? 'leader' : (ManagerStatus?.Reachability ?? ''),
      engineVersion: Description.Engine.EngineVersion,
    }))
    .sort((a, b) => a.hostname.localeCompare(b.hostname))
}

/**
 * Whether a manager sees so many nodes ready.
 * @param {string[]} sockets asked in turn: a worker cannot say, and a manager may be away
 * @param {number} nodes
 */
export async function areReady(sockets, nodes) {
  for (const socket of sockets) {
    const statuses = await listNodes(socket).catch(() => [])
    if (statuses.filter(({ status }) => status === 'ready').length === nodes) return true
  }
  return false
}
