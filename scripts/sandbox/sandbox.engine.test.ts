import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askEngine } from './machine/engine-api.mjs'
import { folderOf, stateFileOf } from './machine/places.mjs'
import { engineProcess, firstProcess, listProcesses, pidsInside } from './machine/processes.mjs'
import { deploySample } from './sample.mjs'
import { curlTask, downSandbox, engineAction, readSandbox, upSandbox } from './sandbox.mjs'
import { sandboxStatus } from './status.mjs'

// Two people on one machine can each have their own.
const name = `${process.env.SKEP_TEST_SANDBOX ?? 'test'}-made`

const socketOf = () => readSandbox(name)?.nodes[0]?.socket ?? ''
const webServers = () => {
  const inside = pidsInside(folderOf(name))
  return listProcesses().flatMap(({ name: program, pid }) => (program === 'httpd' && inside.has(pid) ? [pid] : []))
}

beforeAll(async () => {
  await downSandbox(name)
  await upSandbox({ name, nodes: 1 })
})

afterAll(async () => {
  await downSandbox(name)
})

test('is a swarm whose nodes are ready', async () => {
  const { lines, isUp } = await sandboxStatus(name)
  expect(isUp).toBe(true)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(
    /^node1 +ready +active +leader +\d+\.\d+.* \/var\/lib\/skep-sandbox\/[a-z0-9-]+\/node1\/docker.sock$/,
  )
})

test('a second time leaves a healthy sandbox as it is', async () => {
  const before = await askEngine<{ ID: string }>(socketOf(), 'GET', '/info')
  expect((await upSandbox({ name })).isNew).toBe(false)
  expect((await askEngine<{ ID: string }>(socketOf(), 'GET', '/info')).ID).toBe(before.ID)
})

test('refuses another shape under the same name', async () => {
  await expect(upSandbox({ name, nodes: 2 })).rejects.toThrow(
    'is up, but not like that: nodes 1, managers 1, engine debian',
  )
})

test('serves the sample, whose page shows the config and of the secret only that it is there', async () => {
  await deploySample(name)
  await deploySample(name)
  const { status, body, node } = await curlTask({ sandbox: name, service: 'todo_todo-web' })
  expect({ status, node }).toEqual({ status: 200, node: 'node1' })
  expect(body).toContain('"Provider": "Postgres"')
  expect(body).toContain('Secret: present at /app/config/secrets.json')
  expect(body).not.toContain('Password')
})

test('killing an engine leaves its containers running; started again, it replaces them', async () => {
  const before = webServers()
  expect(before).toHaveLength(1)
  await engineAction(name, 'node1', 'kill')
  await expect(askEngine(socketOf(), 'GET', '/_ping')).rejects.toThrow('ECONNREFUSED')
  expect(webServers()).toEqual(before)
  await engineAction(name, 'node1', 'start')
  await expect.poll(() => curlTask({ sandbox: name, service: 'todo_todo-web' }), { timeout: 30_000 }).toBeTruthy()
  expect(webServers()).not.toEqual(before)
})

test('a frozen engine takes the connection and says nothing until it is thawed', async () => {
  await engineAction(name, 'node1', 'freeze')
  await expect(askEngine(socketOf(), 'GET', '/_ping', { limitMs: 300 })).rejects.toThrow('is silent')
  await engineAction(name, 'node1', 'thaw')
  await askEngine(socketOf(), 'GET', '/_ping')
})

test('an engine that is stopped ends, and one that runs is not started twice', async () => {
  await engineAction(name, 'node1', 'stop')
  expect(engineProcess(`${folderOf(name)}/node1`)).toBeUndefined()
  expect((await sandboxStatus(name)).isUp).toBe(false)
  await engineAction(name, 'node1', 'start')
  await expect(engineAction(name, 'node1', 'start')).rejects.toThrow('is running already')
})

test('what a crash left is removed, and a new swarm made', async () => {
  process.kill(firstProcess(`${folderOf(name)}/node1`)?.pid ?? 0, 'SIGKILL')
  const sandbox = await upSandbox({ name, nodes: 1 })
  expect(sandbox.isNew).toBe(true)
  expect((await sandboxStatus(name)).isUp).toBe(true)
})

test('a state file that is not whole counts as none', async () => {
  writeFileSync(stateFileOf(name), '{')
  expect((await sandboxStatus(name)).isUp).toBe(false)
  expect((await upSandbox({ name, nodes: 1 })).isNew).toBe(true)
})

test('down leaves no process, mount, control group or folder, whatever state it was in', async () => {
  await engineAction(name, 'node1', 'freeze')
  expect(await downSandbox(name)).toBe(true)
  expect(listProcesses().filter(({ args }) => args.some((arg) => arg.includes(`${folderOf(name)}/`)))).toEqual([])
  expect(readFileSync('/proc/mounts', 'utf8')).not.toContain(folderOf(name))
  expect(['', ...readdirSync('/sys/fs/cgroup')].filter(hasControlGroup)).toEqual([])
  expect(existsSync(folderOf(name))).toBe(false)
  expect(await downSandbox(name)).toBe(false)
  expect((await sandboxStatus(name)).isUp).toBe(false)
})

const hasControlGroup = (controller: string) => existsSync(`/sys/fs/cgroup/${controller}/skep-sandbox/${name}`)
