// @ts-check
import { existsSync } from 'node:fs'
import { askEngine } from '../sandbox/machine/engine-api.mjs'
import { requireLinuxRoot } from '../sandbox/machine/packages.mjs'
import { deploySample } from '../sandbox/sample.mjs'
import { upSandbox } from '../sandbox/sandbox.mjs'
import { defaultName } from '../sandbox/state.mjs'
import { step } from '../setup/progress.mjs'

const localSocket = '/var/run/docker.sock'

/**
 * The swarm to serve, as a DOCKER_HOST, or `sandbox`: the engine that the user named, in whatever state it is (the page
 * then says what it lacks); else the local one, when it is a manager; else a swarm to try Skep with. Where no such swarm
 * can be made, a local engine without one is served all the same: the page offers to initialise it.
 * @param {{ dockerHost?: string, wantsSandbox?: boolean, socket?: string, canSandbox?: boolean }} wish
 * @returns {Promise<{ dockerHost: string, why: string }>}
 */
export async function chooseSwarm({ dockerHost, wantsSandbox, socket = localSocket, canSandbox = hasLinuxRoot() }) {
  if (wantsSandbox) return { dockerHost: 'sandbox', why: 'using a swarm to try Skep with (--sandbox)' }
  if (dockerHost) return { dockerHost, why: `using the engine at ${dockerHost} (DOCKER_HOST)` }
  const local = `unix://${socket}`
  const standing = await standingOf(socket)
  if (standing === 'manager') return { dockerHost: local, why: `using the swarm of the local engine (${socket})` }
  if (standing === 'no manager' && !canSandbox)
    return { dockerHost: local, why: `using the local engine (${socket}), which is not a swarm manager` }
  const why =
    standing === 'none'
      ? 'no Docker engine on this machine: using a swarm to try Skep with'
      : `the local engine is not a swarm manager: using a swarm to try Skep with (or say DOCKER_HOST=${local})`
  return { dockerHost: 'sandbox', why }
}

/**
 * @param {{ dockerHost?: string, wantsSandbox: boolean }} wish
 * @returns {Promise<string>}
 */
export async function findSwarm(wish) {
  const { dockerHost, why } = await chooseSwarm(wish)
  console.log(`✓ ${why}`)
  return dockerHost === 'sandbox' ? startSandbox() : dockerHost
}

/** What the user has made of the sample since, scaled or rotated, stays: it is deployed into an empty swarm only. */
async function startSandbox() {
  const log = (/** @type {string} */ text) => console.log(`  ${text}`)
  const sandbox = await step(`swarm of three nodes (sandbox “${defaultName}”)`, () =>
    upSandbox({ name: defaultName, log }),
  )
  /** @type {unknown[]} */
  const services = await askEngine(sandbox.dockerHost.replace('unix://', ''), 'GET', '/services')
  if (services.length === 0) await step('sample stack', () => deploySample(defaultName, log))
  return sandbox.dockerHost
}

/**
 * @param {string} socket
 * @returns {Promise<'manager' | 'no manager' | 'none'>}
 */
async function standingOf(socket) {
  if (!existsSync(socket)) return 'none'
  /** @type {Promise<{ Swarm?: { ControlAvailable?: boolean } }>} */
  const asked = askEngine(socket, 'GET', '/info', { limitMs: 5_000 })
  return asked.then(
    ({ Swarm }) => (Swarm?.ControlAvailable ? 'manager' : 'no manager'),
    () => 'none',
  )
}

function hasLinuxRoot() {
  try {
    requireLinuxRoot()
    return true
  } catch {
    return false
  }
}
