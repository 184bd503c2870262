import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { deploymentsOf } from '@/scripts/roundtrip/deployments'
import { openSwarm, type Swarm, upSwarm } from '@/scripts/roundtrip/swarm'
import { SandboxError } from '@/scripts/sandbox/machine/sandbox-error.mjs'
import { compareOnEngine } from './engine-comparison'
import type { Outcome } from './outcome'

/**
 * The swarm that `--engine` names: a manager's socket (`unix:///…/docker.sock`, or its path), or a sandbox, which is made
 * if it is not up and then removed at the end. All that is in it is removed again and again, so it has to be empty.
 */
export async function swarmFor(wanted: string): Promise<Swarm> {
  const socket = wanted.replace(/^unix:\/\//, '')
  const isSocket = wanted !== socket || isAbsolute(socket)
  if (isSocket && !existsSync(socket)) throw new SandboxError(`There is no socket ${socket}.`)
  const swarm = await (isSocket
    ? openSwarm(socket)
    : upSwarm(wanted, wanted.includes('current') ? 'current' : undefined))
  const { service, config, secret } = await swarm.look()
  const count = service.size + config.size + secret.size
  if (count === 0) return swarm
  await swarm.close()
  throw new SandboxError(`The swarm of ${wanted} is not empty. What is in it would be lost.`)
}

/** The outcomes of all files and steps below a path, as they come. */
export async function* outcomesOnEngine(path: string, swarm: Swarm): AsyncGenerator<Outcome> {
  for (const deployment of deploymentsOf(path))
    for (const step of deployment.steps) yield await compareOnEngine(deployment, step, swarm)
}
