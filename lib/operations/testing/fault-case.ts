import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { build } from 'esbuild'
import { testSwarm } from '@/lib/engine/testing/test-swarm'
import { releaseOperations, resumeOperations } from '@/lib/operations/recovery'
import { closeStore, openStore } from '@/lib/store/store'
import type { FaultOrder } from './fault-process'
import { type RestReport, restReport } from './rest-report'

let bundled: Promise<string> | null = null

/**
 * The process as one file: dozens are started, and modules one by one take three times as long to read. Made once by each
 * worker, in a place where the packages that stay outside are found.
 */
async function bundle(): Promise<string> {
  const outfile = `.cache/fault-process-${process.env.VITEST_POOL_ID}.mjs`
  await build({
    entryPoints: ['lib/operations/testing/fault-process.ts'],
    outfile,
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'error' },
  })
  return outfile
}

const children = new Set<ChildProcess>()

/** For the end of the tests, also of those that ran out of time. */
export function endChildren(): void {
  for (const child of children) child.kill('SIGKILL')
}

/** A data folder, and processes of Skep that use it one after the other. */
export class FaultCase {
  private readonly folder = mkdtempSync(join(tmpdir(), 'skep-fault-'))
  private output = ''

  /** Runs until the fault point; the name of the signal that ended it, else what it said. */
  async die(order: FaultOrder, faultPoint: string): Promise<string> {
    const { signal } = await this.start(order, faultPoint)
    return signal ?? this.output
  }

  /** A new process, until everything has come to rest. */
  async restElsewhere(order: FaultOrder = {}): Promise<RestReport> {
    const { out } = await this.start(order)
    const last = out.trim().split('\n').at(-1) ?? ''
    if (!last.startsWith('{"operations"')) throw new Error(`it did not report: ${this.output}`)
    return JSON.parse(last)
  }

  /** The same in this process, after it has forgotten all that a process loses when it dies. It is much quicker. */
  async restHere(): Promise<RestReport> {
    await releaseOperations()
    await closeStore()
    for (const name of ['skepOwner', 'skepRuns', 'skepOperations', 'skepSecretValues'])
      Reflect.deleteProperty(globalThis, name)
    await openStore(this.folder)
    await resumeOperations()
    return restReport()
  }

  /** Everything that was written: the database with its journal, and the logs. */
  traces(): string {
    const files = readdirSync(this.folder, { withFileTypes: true }).filter((entry) => entry.isFile())
    return [this.output, ...files.map(({ name }) => readFileSync(join(this.folder, name), 'latin1'))].join('\n')
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async start(order: FaultOrder, faultPoint = ''): Promise<{ signal: string | null; out: string }> {
    bundled ??= bundle()
    const child = spawn(process.execPath, ['--conditions=react-server', await bundled], {
      env: { ...process.env, ...environment(this.folder), SKEP_FAULT_POINT: faultPoint },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    children.add(child)
    child.stdin.end(JSON.stringify(order))
    const ended = new Promise<string | null>((resolve) => child.on('close', (_code, signal) => resolve(signal)))
    const [out, err, signal] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    children.delete(child)
    this.output += out + err
    return { signal, out }
  }
}

function environment(folder: string): Record<string, string> {
  return {
    DOCKER_HOST: `unix://${testSwarm().manager}`,
    SKEP_DATA: folder,
    SKEP_LEASE_MS: '600',
    SKEP_LOG_LEVEL: 'debug',
  }
}
