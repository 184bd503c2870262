import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { Thread } from './thread'

/** Echoes, but for words that make it hang, fill its memory, or fall over. */
const source = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ id, question }) => {
    if (question === 'hang') for (;;);
    if (question === 'grow') { const kept = []; for (;;) kept.push(new Array(1000).fill(kept.length)) }
    if (question === 'fall') throw new Error('fell over')
    if (question === 'leave') process.exit(3)
    parentPort.postMessage({ id, answer: question })
  })`

let begun = 0
function echo(limitMs = 20_000) {
  const begin = () => {
    begun += 1
    return new Worker(source, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } })
  }
  return new Thread<string, string>(begin, limitMs)
}

test('questions are answered in their order, by one thread', async () => {
  const thread = echo()
  const before = begun
  expect(await Promise.all(['a', 'b', 'c'].map((question) => thread.ask(question)))).toEqual(['a', 'b', 'c'])
  expect(begun - before).toBe(1)
})

test('what takes too long ends the thread, and the next question begins another one', async () => {
  const thread = echo(2000)
  const [hung, after] = await Promise.allSettled([thread.ask('hang'), thread.ask('after')])
  expect(hung).toMatchObject({ status: 'rejected', reason: { code: 'too_complex' } })
  expect(after).toEqual({ status: 'fulfilled', value: 'after' })
})

test('so does what takes too much memory', async () => {
  const thread = echo()
  await expect(thread.ask('grow')).rejects.toMatchObject({ code: 'too_complex' })
  expect(await thread.ask('after')).toBe('after')
})

test('a mistake of ours in the thread is told as it is', async () => {
  const thread = echo()
  await expect(thread.ask('fall')).rejects.toThrow('fell over')
  await expect(thread.ask('leave')).rejects.toMatchObject({ code: 'unexpected' })
  expect(await thread.ask('after')).toBe('after')
})
