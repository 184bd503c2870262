import { expect, test } from 'vitest'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { sha256 } from '@/lib/plan/digest'
import { planConfigRotation } from '@/lib/rotation/plan-rotation'
import { runOperation } from './run'
import { ended, kim, settled, snapshotWith } from './testing/operations-case'
import { deployed, removed } from './testing/stack-case'
import { createConfig, createService, referencesOf } from './testing/swarm-objects'
import { withServerBehindProxy } from './testing/with-server'

const proxy = withServerBehindProxy()

/** One look at a service gets no answer, after so many that get theirs. The watcher, who looks as well, has come to rest before. */
async function breakOff(after: number): Promise<void> {
  const match = /^GET \/services\/\w+/
  proxy().rules.splice(0)
  await settled(() => (live().swarm().connection === 'live' ? true : null))
  if (after > 0) proxy().rules.push({ match, delayMs: 1, times: after })
  proxy().rules.push({ match, fault: 'refuse', times: 1 })
}

const looks = [0, 1, 2, 3, 4]

test.each(looks)('a rotation is not failed by a look that breaks off, after %i that do not', async (after) => {
  const name = `${freshName('nginx')}-conf`
  const config = { id: await createConfig(name, 'first'), name }
  const service = await createService({ Name: `${name}-web`, config, isIdle: true })
  const data = Buffer.from('second')
  const wish = { configId: config.id, name: `${name}_v2`, contentSha256: sha256(data), sizeBytes: data.length }
  const plan = planConfigRotation(await snapshotWith(config.id, service), wish)
  await breakOff(after)
  const { id } = await runOperation(plan, kim, { contents: new Map([[wish.name, data]]) })
  expect(await ended(id)).toMatchObject({ state: 'converged', problem: null })
  expect(await referencesOf(service)).toEqual([wish.name])
})

const still = (mode: string) => `
services:
  web:
    image: skep/stand-in:1
    environment: {MODE: ${mode}}
    deploy: {replicas: 0}
`

test.each(looks)('neither are a deployment, its change and its removal, after %i', async (after) => {
  const stack = freshName('shop')
  await breakOff(after)
  expect(await deployed(stack, still('fast'))).toMatchObject({ state: 'converged', problem: null })
  await breakOff(after)
  const change = await deployed(stack, still('slow'))
  expect(change).toMatchObject({ state: 'converged', problem: null, steps: [{ step: { action: 'replace-spec' } }] })
  await breakOff(after)
  expect(await removed(stack)).toMatchObject({ state: 'converged', problem: null })
})
