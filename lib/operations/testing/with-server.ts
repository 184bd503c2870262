import { afterAll, beforeAll } from 'vitest'
import { endChildren } from './fault-case'
import { startServer } from './operations-case'
import { removeStacks } from './stack-case'
import { removeSwarmObjects } from './swarm-objects'

/** For the top of a file of tests: Skep below its routes from before the first to after the last one, and then what they made goes. */
export function withServer(socket?: string): void {
  let stop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    stop = await startServer(socket)
  })
  afterAll(async () => {
    endChildren()
    await stop?.()
    await removeSwarmObjects()
    await removeStacks()
  })
}
