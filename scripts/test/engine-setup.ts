import type { TestProject } from 'vitest/node'
import { askEngine } from '@/scripts/sandbox/machine/engine-api.mjs'
import { downSandbox, upSandbox } from '@/scripts/sandbox/sandbox.mjs'

/** One manager and two workers. */
export type TestSwarm = { sandbox: string; manager: string; workers: string[] }

declare module 'vitest' {
  // Vitest's own way to type what is provided.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface ProvidedContext {
    /** One for each worker; testSwarm() knows which. */
    swarms: TestSwarm[]
  }
}

/** Two people on one machine can each have their own. */
const owner = process.env.SKEP_TEST_SANDBOX ?? 'test'

/** Brings the swarms up, or takes those of the run before, and empties them: a run that was killed leaves things behind. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const names = Array.from({ length: project.config.maxWorkers }, (_, index) => `${owner}-${index + 1}`)
  const swarms: TestSwarm[] = []
  // One after the other: the first may have to install what they need.
  for (const name of names) swarms.push(await prepare(name))
  project.provide('swarms', swarms)
  return async () => {
    // Where nobody runs the tests a second time, nothing is to be left.
    if (process.env.CI) for (const name of names) await downSandbox(name)
  }
}

async function prepare(name: string): Promise<TestSwarm> {
  const { nodes } = await upSandbox({ name, log: console.log })
  const [manager, ...workers] = nodes.map(({ socket }) => socket)
  if (!manager) throw new Error('A sandbox without nodes.')
  await emptySwarm(manager)
  return { sandbox: name, manager, workers }
}

/** Services first, since the engine keeps what they use. A network goes only when its last task has. */
async function emptySwarm(socket: string): Promise<void> {
  for (const kind of ['services', 'configs', 'secrets']) {
    const objects: { ID: string }[] = await askEngine(socket, 'GET', `/${kind}`)
    await Promise.all(objects.map(({ ID }) => askEngine(socket, 'DELETE', `/${kind}/${ID}`)))
  }
}
