import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { freshName, testSwarm } from '@/lib/engine/testing/test-swarm'
import { type FaultProxy, startFaultProxy } from '@/scripts/sandbox/fault-proxy.mjs'
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

/** The same, with a proxy between it and the engine, whose rules make requests fail. */
export function withServerBehindProxy(): () => FaultProxy {
  const listen = join(tmpdir(), `${freshName('skep-test')}.sock`)
  let proxy: FaultProxy | undefined
  beforeAll(async () => {
    proxy = await startFaultProxy({ listen, target: testSwarm().manager })
  })
  afterAll(() => proxy?.close())
  withServer(listen)
  return () => {
    if (!proxy) throw new Error('the proxy begins with the first test')
    return proxy
  }
}
