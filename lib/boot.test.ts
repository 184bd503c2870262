import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setUp } from '@/lib/auth/set-up'
import { closeStore } from '@/lib/store/store'
import { boot } from './boot'

vi.mock('@/lib/auth/password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))
// What these begin has tests of its own, on a swarm.
vi.mock('@/lib/live/live', () => ({ live: () => ({ start: vi.fn<() => void>(), stop: vi.fn<() => void>() }) }))
vi.mock('@/lib/operations/recovery', () => ({
  resumeOperations: () => Promise.resolve(),
  releaseOperations: () => Promise.resolve(),
}))
vi.mock('@/lib/operations/schedule/schedule', () => ({ startSchedule: () => {}, stopSchedule: () => {} }))

const signals = ['SIGTERM', 'SIGINT'] as const
let folder: string
let printed: string[]
let exits: unknown[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skep-boot-'))
  printed = []
  exits = []
  vi.stubEnv('SKEP_DATA', folder)
  vi.stubEnv('SKEP_PORT', '3456')
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    exits.push(code)
    throw new Error('the process ended')
  })
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  }
  Object.assign(globalThis, { skepSettings: undefined })
})

afterEach(async () => {
  await closeStore()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  for (const signal of signals) process.removeAllListeners(signal)
  Object.assign(globalThis, { skepSettings: undefined })
  rmSync(folder, { recursive: true, force: true })
})

const link = () => /http:\/\/localhost:3456\/set-up#([\w-]{43})\n/.exec(printed.join(''))

test('while there is nobody a link for the first user is printed, a new one at each start', async () => {
  await boot()
  const first = link()?.[1]
  await closeStore()
  printed = []
  await boot()
  expect(first).toBeDefined()
  expect(link()?.[1]).toBeDefined()
  expect(link()?.[1]).not.toBe(first)
})

test('the link names the address that an admin gave', async () => {
  vi.stubEnv('SKEP_ORIGIN', 'https://skep.example.com')
  await boot()
  expect(printed.join('')).toContain('https://skep.example.com/set-up#')
})

test('once there is somebody, no link is printed', async () => {
  await boot()
  const token = link()?.[1] ?? ''
  const caller = { address: null, agent: null }
  await setUp({ token, username: 'ada', name: 'Ada', password: 'bees make honey' }, caller)
  await closeStore()
  printed = []
  await boot()
  expect(printed.join('')).toBe('')
})

test('a setting that is wrong ends the process with its name, and without a stack', async () => {
  vi.stubEnv('SKEP_ORIGIN', 'http://10.0.0.5')
  await expect(boot()).rejects.toThrow('the process ended')
  expect(exits).toEqual([1])
  expect(printed.join('')).toMatch(/^Skep cannot start: SKEP_ORIGIN has http:\/\/10\.0\.0\.5/)
  expect(printed.join('')).not.toContain('    at ')
})

test('a database that cannot be used ends the process with its path', async () => {
  writeFileSync(join(folder, 'skep.db'), 'this is no database, but long enough to be looked at as one'.repeat(20))
  await expect(boot()).rejects.toThrow('the process ended')
  expect(exits).toEqual([1])
  expect(printed.join('')).toContain(`the database ${join(folder, 'skep.db')} cannot be used`)
})

test.each(signals)('%s ends the process with 0', async (signal) => {
  await boot()
  process.once('unhandledRejection', () => undefined)
  process.emit(signal)
  await vi.waitFor(() => expect(exits).toEqual([0]))
})
