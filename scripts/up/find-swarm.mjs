// @ts-check
import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { deploySample } from '../sandbox/sample.mjs'
import { upSandbox } from '../sandbox/sandbox.mjs'
import { step } from '../setup/progress.mjs'

const localSocket = '/var/run/docker.sock'

/**
 * The swarm to serve, as a DOCKER_HOST: the one that the user named, else the local engine's, in whatever state it is
 * (the page then says what it lacks and offers to initialise a swarm), else a sandbox with the sample stack in it.
 * @param {{ dockerHost: string | undefined, wantsSandbox: boolean }} wish
 * @returns {Promise<string>}
 */
export async function findSwarm({ dockerHost, wantsSandbox }) {
  if (wantsSandbox) return startSandbox()
  if (dockerHost) {
    console.log(`✓ using the engine at ${dockerHost} (DOCKER_HOST)`)
    return dockerHost
  }
  if (await answers(localSocket)) {
    console.log(`✓ using the local engine (${localSocket})`)
    return `unix://${localSocket}`
  }
  console.log('no Docker engine on this machine: starting a swarm of three nodes to try Skep with')
  return startSandbox()
}

async function startSandbox() {
  const log = (/** @type {string} */ text) => console.log(`  ${text}`)
  const sandbox = await step('swarm of three nodes', () => upSandbox({ name: 'demo', nodes: 3, managers: 1, log }))
  await step('sample stack', () => deploySample('demo', log))
  return sandbox.dockerHost
}

/** @param {string} socketPath @returns {Promise<boolean>} */
function answers(socketPath) {
  if (!existsSync(socketPath)) return Promise.resolve(false)
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping', timeout: 3000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(false))
    asked.end()
  })
}
