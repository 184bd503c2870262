// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import {
  containerdProcesses,
  engineProcess,
  hasEnded,
  isFrozen,
  listProcesses,
  nodeProcesses,
  sandboxOfNode,
} from './processes.mjs'

const demo = '/var/lib/skep-sandbox/demo'
const other = '/var/lib/skep-sandbox/demo-2'

/**
 * @param {number} pid
 * @param {string} line
 */
const made = (pid, line) => ({ pid, name: (line.split(' ')[0] ?? '').slice(0, 15), args: line.split(' ') })

const processes = [
  made(1, 'init'),
  made(10, `unshare --net sh -c SCRIPT skep-node ${demo}/node1 node1`),
  made(11, `sh -c SCRIPT skep-node ${demo}/node1 node1`),
  made(12, `dockerd --data-root=${demo}/node1/data --exec-root=${demo}/node1/exec`),
  made(13, `containerd --config ${demo}/node1/exec/containerd/containerd.toml`),
  made(20, `sh -c SCRIPT skep-node ${demo}/node2 node2`),
  made(30, `sh -c SCRIPT skep-node ${other}/node1 node1`),
  made(40, `tail -f ${demo}/node1/engine.log`),
  made(41, `docker --host unix://${demo}/node1/docker.sock events`),
  made(42, `nsenter --target 11 -- dockerd --data-root=${demo}/node1/data`),
]

const pids = (/** @type {{ pid: number }[]} */ found) => found.map(({ pid }) => pid)

test('finds the nodes of one sandbox, and none of a sandbox with a longer name', () => {
  expect(pids(nodeProcesses(demo, processes))).toEqual([10, 11, 20])
  expect(pids(nodeProcesses(`${demo}/node1`, processes))).toEqual([10, 11])
})

test('does not take a person who looks at a sandbox for a part of it', () => {
  expect(pids(nodeProcesses(demo, processes))).not.toContain(40)
  expect(pids(containerdProcesses(`${demo}/node1`, processes))).toEqual([13])
})

test('finds the engine itself, not what started it', () => {
  expect(engineProcess(`${demo}/node1`, processes)?.pid).toBe(12)
  expect(engineProcess(`${demo}/node2`, processes)).toBeUndefined()
})

test('knows which sandbox a node belongs to', () => {
  expect(nodeProcesses('/var/lib/skep-sandbox', processes).map(({ args }) => sandboxOfNode(args))).toEqual([
    'demo',
    'demo',
    'demo',
    'demo-2',
  ])
})

test('reads the processes of this machine', () => {
  expect(listProcesses()).toContainEqual({ pid: process.pid, name: expect.any(String), args: expect.any(Array) })
})

test('a process has ended when it is gone', async () => {
  const child = spawn('sleep', ['60'])
  await once(child, 'spawn')
  expect(hasEnded(child.pid ?? 0)).toBe(false)
  child.kill()
  await once(child, 'exit')
  expect(hasEnded(child.pid ?? 0)).toBe(true)
})

test('knows when the last thread of a process has stopped, and when it goes on', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 5)'], { stdio: 'ignore' })
  await once(child, 'spawn')
  const pid = child.pid ?? 0
  expect(isFrozen(pid)).toBe(false)
  child.kill('SIGSTOP')
  await expect.poll(() => isFrozen(pid), { timeout: 20_000 }).toBe(true)
  child.kill('SIGCONT')
  await expect.poll(() => isFrozen(pid), { timeout: 20_000 }).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isFrozen(pid)).toBe(false)
})
