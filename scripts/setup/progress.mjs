// @ts-check
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`

/** Pieces of work that are under way: several may share the line that is written over. */
const running = new Map()

function tell() {
  const line = [...running].map(([name, begin]) => `${name} ${seconds(performance.now() - begin)}`).join(', ')
  process.stdout.write(`\r… ${line} `)
}

/**
 * Tells about a piece of work: its name when it begins, the seconds so far while a person watches, and how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const begin = performance.now()
  const watched = process.stdout.isTTY
  if (!watched) console.log(`… ${name}`)
  running.set(name, begin)
  const clock = watched ? setInterval(tell, 500) : undefined
  try {
    const result = await work()
    console.log(`${watched ? '\r\x1b[K' : ''}✓ ${name} (${seconds(performance.now() - begin)})`)
    return result
  } catch (error) {
    console.log(`${watched ? '\r\x1b[K' : ''}✗ ${name} (${seconds(performance.now() - begin)})`)
    throw error
  } finally {
    running.delete(name)
    clearInterval(clock)
  }
}

/** A command that ended badly: what it was and what it said last. */
export class CommandFailure extends Error {}

/**
 * Runs a command with its output in a log file, and fails with the log's last lines.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, log: string, env?: Record<string, string | undefined> }} options `log` is a file name without a folder
 * @returns {Promise<void>}
 */
export function runQuietly(command, args, { cwd, log, env }) {
  const folder = join(cwd, '.cache', 'logs')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, log)
  return new Promise((resolve, reject) => {
    const output = createWriteStream(file)
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.pipe(output, { end: false })
    child.stderr.pipe(output, { end: false })
    child.on('error', (error) => reject(new CommandFailure(`Cannot run ${command}: ${error.message}`)))
    child.on('close', (code) => {
      output.end(() => {
        if (code === 0) return resolve()
        const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
        reject(
          new CommandFailure(
            `${[command, ...args].join(' ')} ended with code ${code}:\n${lines.slice(-60).join('\n')}`,
          ),
        )
      })
    })
  })
}

/**
 * Runs a command that a person follows line by line. Answers whether it ended well.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined> }} options
 * @returns {Promise<boolean>}
 */
export function runAloud(command, args, { cwd, env }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}
