import type { TestProject } from 'vitest/node'
import { askEngine } from '@/scripts/sandbox/machine/engine-api.mjs'
import { downSandbox, upSandbox } from '@/scripts/sandbox/sandbox.mjs'

/** What tests of the project `engine` get by `inject('swarm')`: one manager and two workers, which they share. */
export type TestSwarm = { sandbox: string; manager: string; workers: string[] }

declare module 'vitest' {
  // Vitest's own way to type what is provided.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface ProvidedContext {
    swarm: TestSwarm
  }
}

/** Two people on one machine can each have their own. */
const sandboxName = process.env.SKEP_TEST_SANDBOX ?? 'test'

/** Brings the swarm up, or takes the one of the run before, and empties it: a run that was killed leaves things behind. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const sandbox = await upSandbox({ name: sandboxName, log: console.log })
  const [manager, ...workers] = sandbox.nodes.map(({ socket }) => socket)
  if (!manager) throw new Error('A sandbox without nodes.')
  await emptySwarm(manager)
  project.provide('swarm', { sandbox: sandboxName, manager, workers })
  return async () => {
    // Where nobody runs the tests a second time, nothing is to be left.
    if (process.env.CI) await downSandbox(sandboxName)
  }
}

/** Services first, since the engine keeps what they use. A network goes only when its last task has. */
async function emptySwarm(socket: string): Promise<void> {
  for (const kind of ['services', 'configs', 'secrets']) {
    const objects: { ID: string }[] = await askEngine(socket, 'GET', `/${kind}`)
    await Promise.all(objects.map(({ ID }) => askEngine(socket, 'DELETE', `/${kind}/${ID}`)))
  }
}
