import { downSandbox, upSandbox } from '@/scripts/sandbox/sandbox.mjs'

/** Two people on one machine can each have their own, as in scripts/test/engine-setup.ts. */
const owner = process.env.SKEP_TEST_SANDBOX

export const sandboxName = owner ? `${owner}-journeys` : 'journeys'

/** One swarm of three nodes for all journeys. It is always a new one, and gone afterwards. */
export default async function prepareSandbox(): Promise<() => Promise<void>> {
  const sandbox = await upSandbox({ name: sandboxName, nodes: 3, managers: 1, log: console.log })
  process.env.SKEP_TEST_DOCKER_HOST = sandbox.dockerHost
  return async () => {
    await downSandbox(sandboxName)
  }
}
