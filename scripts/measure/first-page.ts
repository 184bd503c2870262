import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { downSandbox } from '@/scripts/sandbox/sandbox.mjs'
import { sandboxName } from './stage'

const root = resolve(import.meta.dirname, '../..')
const port = '3999'

/** From `git clone` to the first page, and from a second `npm run up` in the same place. What npm has cached stays. */
export async function measureFirstPage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'skep-clone-'))
  const clone = join(folder, 'skep')
  try {
    const begin = performance.now()
    await once(spawn('git', ['clone', '--quiet', root, clone], { stdio: 'inherit' }), 'exit')
    await untilPage(clone)
    console.log(`from git clone to the first page: ${seconds(begin)}`)
    const again = performance.now()
    await untilPage(clone)
    console.log(`npm run up, the second time: ${seconds(again)}`)
  } finally {
    await downSandbox(sandboxName)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function untilPage(clone: string): Promise<void> {
  const env = { ...process.env, SKEP_PORT: port, SKEP_SANDBOX: sandboxName }
  const child = spawn('npm', ['run', 'up', '--', '--sandbox'], { cwd: clone, env, stdio: 'inherit', detached: true })
  const ended = once(child, 'exit')
  try {
    while (!(await answers())) {
      if (child.exitCode !== null) throw new Error(`npm run up ended with code ${child.exitCode}`)
      await setTimeout(50)
    }
  } finally {
    endGroup(child)
    await ended
  }
}

async function answers(): Promise<boolean> {
  try {
    const page = await fetch(`http://127.0.0.1:${port}/`)
    return page.ok && (await page.text()).includes('Skep')
  } catch {
    return false
  }
}

/** npm, its shell, `up` and the server, as Ctrl-C in a terminal does it. */
function endGroup({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGINT')
}

const seconds = (begin: number) => `${((performance.now() - begin) / 1000).toFixed(1)} s`
