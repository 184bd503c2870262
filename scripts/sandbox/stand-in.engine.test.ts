import { afterAll, beforeAll, expect, test } from 'vitest'
import { standIns } from './images/archive.mjs'
import { askEngine } from './machine/engine-api.mjs'
import { until } from './machine/run.mjs'
import { downSandbox, upSandbox } from './sandbox.mjs'

// Two people on one machine can each have their own.
const name = `${process.env.SKEP_TEST_SANDBOX ?? 'test'}-stand-in`

let socket = ''

beforeAll(async () => {
  await downSandbox(name)
  socket = (await upSandbox({ name, nodes: 1 })).nodes[0]?.socket ?? ''
})

afterAll(async () => {
  await downSandbox(name)
})

/** Runs a stand-in for itself, without a swarm's restarts, and returns its container's id. */
async function runContainer(env: string[], more: object = {}): Promise<string> {
  const { Id } = await askEngine<{ Id: string }>(socket, 'POST', '/containers/create', {
    body: { Image: 'skep/stand-in:1', Env: env, ...more },
  })
  await askEngine(socket, 'POST', `/containers/${Id}/start`)
  return Id
}

type State = { Running: boolean; ExitCode: number; Health?: { Status: string } }

const stateOf = async (id: string) => (await askEngine<{ State: State }>(socket, 'GET', `/containers/${id}/json`)).State

const exitCodeOf = async (id: string) =>
  (await askEngine<{ StatusCode: number }>(socket, 'POST', `/containers/${id}/wait`)).StatusCode

const processesOf = async (id: string) =>
  (await askEngine<{ Processes: unknown[] }>(socket, 'GET', `/containers/${id}/top`)).Processes.length

/** Its exit code tells how it ended: 0 of its own accord, 137 when it had to be killed. */
async function stop(id: string, graceSeconds: number): Promise<number> {
  // Its command is started after the trap is set; a signal before that would be lost.
  await until(10_000, async () => (await processesOf(id)) > 1)
  await askEngine(socket, 'POST', `/containers/${id}/stop?t=${graceSeconds}`)
  return (await stateOf(id)).ExitCode
}

/** A file for a container, written by the container's own shell before the server starts. */
const withFile = (content: string) => ({ Cmd: ['sh', '-c', `echo '${content}' >/tmp/setting; exec serve`] })

test.each(standIns.map(({ tag }) => tag))('%s ends when it is told to', async (Image) => {
  expect(await stop(await runContainer([], { Image }), 30)).toBe(0)
})

test('a stand-in can be told to ignore SIGTERM', async () => {
  expect(await stop(await runContainer(['IGNORE_TERM=1']), 1)).toBe(137)
})

test('crashes at the start when a file contains a word, and only then', async () => {
  const env = ['CRASH_IF_FILE=/tmp/setting', 'CRASH_IF_WORD=broken', 'EXIT_AFTER=1', 'EXIT_CODE=7']
  expect(await exitCodeOf(await runContainer(env, withFile('this is broken')))).toBe(1)
  expect(await exitCodeOf(await runContainer(env, withFile('this is fine')))).toBe(7)
})

test.each([
  ['healthy', []],
  ['unhealthy', ['UNHEALTHY=1']],
])('is %s as it was told', async (expected, env) => {
  const second = 1_000_000_000
  const Healthcheck = { Test: ['CMD', '/bin/health'], Interval: second, Timeout: second, Retries: 1, StartPeriod: 0 }
  const id = await runContainer(env, { Healthcheck })
  expect(await until(10_000, async () => (await stateOf(id)).Health?.Status === expected)).toBe(true)
})
