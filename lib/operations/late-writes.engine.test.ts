import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshName, testSwarm } from '@/lib/engine/testing/test-swarm'
import { type FaultProxy, startFaultProxy } from '@/scripts/sandbox/fault-proxy.mjs'
import { deployed } from './testing/stack-case'
import { withServer } from './testing/with-server'

const socket = join(tmpdir(), `${freshName('skep-test')}.sock`)
let proxy: FaultProxy
beforeAll(async () => {
  proxy = await startFaultProxy({ listen: socket, target: testSwarm().manager })
})
afterAll(() => proxy.close())
withServer(socket)

const compose = `
services:
  web:
    image: skep/stand-in:1
    configs: [one]
    secrets: [two]
    deploy: {replicas: 0}
configs:
  one: {file: one.conf}
secrets:
  two: {file: two.txt}
`

const files = { 'one.conf': 'first', 'two.txt': 'second' }

test.each(['configs', 'secrets', 'services'])('what is made by a late write to /%s is ours', async (kind) => {
  const stack = freshName('shop')
  proxy.rules.splice(0)
  proxy.rules.push({ match: new RegExp(`^POST /${kind}/create`), fault: 'arrive-late', times: 1 })
  expect(await deployed(stack, compose, { files })).toMatchObject({ state: 'converged', problem: null })
  expect(proxy.count(new RegExp(`^POST /${kind}/create`))).toBeGreaterThan(1)
})
