// @ts-check
import { spawn } from 'node:child_process'
import { SandboxError } from './sandbox-error.mjs'

/** Where programs are. A root shell may lack the sbin folders in its PATH, so they are always looked at. */
export const programFolders = [
  ...(process.env.PATH ?? '').split(':').filter(Boolean),
  ...['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'],
]

/** For everything that we start. */
export const environment = { ...process.env, PATH: programFolders.join(':') }

/**
 * Runs a command to its end and returns what it wrote. A failure names the command and its last words.
 * @param {string} command
 * @param {string[]} args
 * @param {{ input?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, { input, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'pipe', env: { ...environment, ...env } })
    let output = ''
    let complaint = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    // A command that ends without reading its input closes the pipe; its exit code tells the story.
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
    child.on('error', (error) => reject(new SandboxError(`Cannot run ${command}: ${error.message}`)))
    child.on('close', (code) => {
      if (code === 0) return resolve(output)
      const lastWords = (complaint || output).trim().split('\n').slice(-5).join('\n')
      reject(new SandboxError(`${[command, ...args].join(' ')} ended with code ${code}:\n${lastWords}`))
    })
  })
}

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Asks again and again until the answer is truthy, and returns it, or undefined when the time is over.
 * @template T
 * @param {number} limitMs
 * @param {() => T | Promise<T>} ask
 * @param {number} [everyMs]
 * @returns {Promise<T | undefined>}
 */
export async function until(limitMs, ask, everyMs = 50) {
  const end = performance.now() + limitMs
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (performance.now() > end) return undefined
    await pause(everyMs)
  }
}
