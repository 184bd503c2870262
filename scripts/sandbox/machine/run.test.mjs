// @ts-check
import { expect, test } from 'vitest'
import { run, until } from './run.mjs'

test('returns what a command wrote, and gives it its input', async () => {
  expect(await run('tr', ['a-z', 'A-Z'], { input: 'swarm' })).toBe('SWARM')
})

test('a failure names the command, its code and its last words', async () => {
  await expect(run('sh', ['-c', 'echo no such luck >&2; exit 3'])).rejects.toThrow(/sh -c .* code 3:\nno such luck/)
})

test('a command that does not exist is a failure that can be read', async () => {
  await expect(run('no-such-command', [])).rejects.toThrow('Cannot run no-such-command')
})

test('a command that does not read its input fails for its own reason alone', async () => {
  await expect(run('sh', ['-c', 'exit 4'], { input: 'x'.repeat(1_000_000) })).rejects.toThrow('code 4')
})

test('asks until there is an answer', async () => {
  const answers = [undefined, 0, 'yes']
  expect(await until(1_000, () => answers.shift(), 1)).toBe('yes')
})

test('gives up when the time is over', async () => {
  expect(await until(20, () => false, 1)).toBeUndefined()
})
