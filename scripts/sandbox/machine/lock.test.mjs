// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withLock } from './lock.mjs'
import { pause } from './run.mjs'

const silent = () => {}

test('work under one name is done in turn, and says that it waits', async () => {
  /** @type {string[]} */
  const story = []
  const work = (/** @type {string} */ who) => async () => {
    story.push(`${who} begins`)
    await pause(50)
    story.push(`${who} ends`)
  }
  await Promise.all([
    withLock('lock-test-turns', silent, work('first')),
    pause(20).then(() => withLock('lock-test-turns', (text) => story.push(text), work('second'))),
  ])
  expect(story).toEqual([
    'first begins',
    'waiting for another process that works on “lock-test-turns” …',
    'first ends',
    'second begins',
    'second ends',
  ])
})

test('work under other names does not wait', async () => {
  const inner = withLock('lock-test-a', silent, () => withLock('lock-test-b', silent, async () => 'done'))
  expect(await inner).toBe('done')
})

test('work that fails lets go', async () => {
  const failing = withLock('lock-test-fail', silent, () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(await withLock('lock-test-fail', silent, async () => 'done')).toBe('done')
})

test('a holder that is killed lets go', async () => {
  const file = fileURLToPath(new URL('./lock.mjs', import.meta.url))
  const script = `import { withLock } from '${file}'
    const forAMinute = () => { console.log('held'); return new Promise((done) => setTimeout(done, 60_000)) }
    await withLock('lock-test-kill', () => {}, forAMinute)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  const waiting = withLock('lock-test-kill', silent, async () => 'done')
  holder.kill('SIGKILL')
  expect(await waiting).toBe('done')
})
