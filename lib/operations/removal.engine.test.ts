import { expect, test } from 'vitest'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { deployed, removed } from './testing/stack-case'
import { withServer } from './testing/with-server'

withServer()

/** Processes that ignore the signal: networks linger until they are killed. */
const slow = `
services:
  web: &slow
    image: skep/stand-in:1
    command: [run, serve]
    stop_grace_period: 2s
    environment: {IGNORE_TERM: "1"}
    deploy: {update_config: {monitor: 1s}}
  api: *slow
`

test('removed and deployed again at once, twice in a row', async () => {
  const stack = freshName('again')
  await deployed(stack, slow)
  for (let round = 0; round < 2; round++) {
    expect((await removed(stack)).state).toBe('converged')
    expect(await deployed(stack, slow)).toMatchObject({ state: 'converged', problem: null })
  }
})
