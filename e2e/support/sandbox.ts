import type { FullConfig } from '@playwright/test'
import { downSandbox, readSandbox, upSandbox } from '@/scripts/sandbox/sandbox.mjs'

/** Two people on one machine can each have their own, as in scripts/test/engine-setup.ts. */
const owner = process.env.SKEP_TEST_SANDBOX

const nameOf = (index: number | string) => [owner, 'journeys', index].filter((part) => part !== undefined).join('-')

/** The swarm of the worker that this runs in: journeys that stop an engine do not disturb those that run beside them. */
export const sandboxName = nameOf(process.env.TEST_PARALLEL_INDEX ?? 0)

/** Where the docker CLI and Skep find it. */
export function dockerHostOfWorker(): string {
  const sandbox = readSandbox(sandboxName)
  if (!sandbox) throw new Error('the swarm of the journeys is not up')
  return sandbox.dockerHost
}

/** A swarm of three nodes for each worker. All of them are gone afterwards. */
export default async function prepareSandboxes({ workers }: FullConfig): Promise<() => Promise<void>> {
  const names = Array.from({ length: workers }, (_, index) => nameOf(index))
  // One after the other: the first may have to install what they need.
  for (const name of names) await upSandbox({ name, nodes: 3, managers: 1, log: console.log })
  return async () => {
    for (const name of names) await downSandbox(name)
  }
}
