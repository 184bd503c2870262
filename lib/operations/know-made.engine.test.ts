import { expect, test } from 'vitest'
import { engine } from '@/lib/engine/engine'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { planDeployment } from './requests/deploy'
import { deployed, requestOf } from './testing/stack-case'
import { withServerBehindProxy } from './testing/with-server'

const proxy = withServerBehindProxy()

const compose = `
services: {web: {image: "skep/stand-in:1", deploy: {replicas: 0}}}
configs: {one: {file: one.conf}}
secrets: {two: {file: two.txt}}
`
const files = { 'one.conf': 'first', 'two.txt': 'second' }

test('a plan that is made right after a deployment knows what that made, before its events are looked at', async () => {
  const stack = freshName('shop')
  const name = freshName('slow')
  proxy().rules.push({ match: /^POST \/configs\/create/, delayMs: 1_500, times: 1 })
  // Events wait while the engine is at a change.
  const slow = engine().createConfig({ name, labels: {}, data: Buffer.from('x'), templating: null })
  expect(await deployed(stack, compose, { files })).toMatchObject({ state: 'converged' })
  expect((await planDeployment(stack, requestOf(compose, { files }))).plan.steps).toEqual([])
  await engine().removeConfig(await slow)
})
