import { expect, test } from 'vitest'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { deployed } from './testing/stack-case'
import { withServerBehindProxy } from './testing/with-server'

const proxy = withServerBehindProxy()

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
  proxy().rules.splice(0)
  proxy().rules.push({ match: new RegExp(`^POST /${kind}/create`), fault: 'arrive-late', times: 1 })
  expect(await deployed(stack, compose, { files })).toMatchObject({ state: 'converged', problem: null })
  expect(proxy().count(new RegExp(`^POST /${kind}/create`))).toBeGreaterThan(1)
})
