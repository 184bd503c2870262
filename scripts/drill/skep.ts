import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { send } from '@/e2e/support/journey'
import type { Server } from '@/e2e/support/server'
import type { Choice, OperationState } from '@/lib/contract/operations'
import type { PlannedChange } from '@/lib/plan/plan'
import { closeStore, openStore } from '@/lib/store/store'
import { verifyAudit } from '@/lib/store/verify-audit'

export type OperationRow = {
  id: string
  state: OperationState
  title: string
  undoes: string | null
  problem: string | null
}
export type AuditRow = { operationId: string | null; action: string; result: string }
export type Records = { operations: OperationRow[]; audit: AuditRow[]; brokenAt: number | null; keptPayloads: number }

/** How long until nothing moves any more; engines that come back take their time. */
const restLimitMs = 120_000

/** The database of one Skep is opened by us after it has ended; ours can only have one open at a time. */
let reading: Promise<unknown> = Promise.resolve()

/** A built Skep with its data, over all of its lives. */
export class Skep {
  constructor(
    private readonly server: Server,
    private readonly cookie: string,
  ) {}

  /** With a fault point, it dies there. The lease is short, so that its next life need not wait. */
  start(faultPoint = ''): Promise<void> {
    return this.server.start({ SKEP_FAULT_POINT: faultPoint, SKEP_LEASE_MS: '600', SKEP_LOG_LEVEL: 'debug' })
  }

  /** Waits until it knows the swarm. */
  async ready(): Promise<void> {
    const end = Date.now() + 30_000
    while (Date.now() < end) {
      const { connection } = await (await fetch(`${this.server.url}/api/health`)).json()
      if (connection === 'live') return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('it does not find the engine')
  }

  stop(): Promise<void> {
    return this.server.stop()
  }

  /** Plans and applies, as the page does. The answer may be lost with the server. */
  async apply(path: string, wish: object, beside: object = {}): Promise<void> {
    const planned = await this.send('POST', `${path}/plan`, wish)
    const { digest }: PlannedChange = await planned.json()
    await this.send('POST', path, { ...wish, ...beside, planDigest: digest }).catch((error: Error) => {
      // fetch says it in these words when the connection is cut.
      if (!/fetch failed|terminated|other side closed/.test(error.message)) throw error
    })
  }

  decide(id: string, choice: Choice, value?: string): Promise<Response> {
    const valueBase64 = value && Buffer.from(value).toString('base64')
    return this.send('POST', `/api/operations/${id}/decision`, { choice, ...(valueBase64 && { valueBase64 }) })
  }

  undo(id: string): Promise<void> {
    return this.apply(`/api/operations/${id}/undo`, {})
  }

  /** Waits for its death at the fault point. */
  async died(): Promise<void> {
    const ended = await Promise.race([this.server.ended(), new Promise((resolve) => setTimeout(resolve, 60_000))])
    if (ended !== 'SIGKILL') throw new Error('it did not come to the fault point')
  }

  kill(): Promise<void> {
    return this.server.kill()
  }

  /** The newest first. */
  operations(): OperationRow[] {
    return this.read((db) =>
      db.prepare<[], OperationRow>('select id, state, title, undoes, problem from operations order by id desc').all(),
    )
  }

  /** Waits until no operation moves by itself any more. */
  async rest(): Promise<OperationRow[]> {
    const end = Date.now() + restLimitMs
    while (Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const operations = this.operations()
      if (operations.every(({ state }) => state !== 'planned' && state !== 'running')) return operations
    }
    throw new Error(
      `it does not come to rest: ${this.operations()
        .map(({ title, state }) => `${title} ${state}`)
        .join(', ')}`,
    )
  }

  /** What is recorded, once it has ended. */
  async records(): Promise<Records> {
    const { operations, audit, keptPayloads } = this.read((db) => ({
      operations: this.operations(),
      audit: db
        .prepare<[], AuditRow>('select operation_id as operationId, action, result from audit order by sequence')
        .all(),
      keptPayloads: db.prepare('select 1 from operation_steps where payload is not null').all().length,
    }))
    const verdict = reading.then(async () => {
      await openStore(this.server.dataFolder)
      try {
        return await verifyAudit()
      } finally {
        await closeStore()
      }
    })
    reading = verdict.catch(() => {})
    return { operations, audit, keptPayloads, brokenAt: (await verdict).brokenAt }
  }

  /** Everything that it wrote: the database with its journal, and its log. */
  traces(): string {
    const files = readdirSync(this.server.dataFolder, { withFileTypes: true }).filter((entry) => entry.isFile())
    const { dataFolder, output } = this.server
    return [output(), ...files.map(({ name }) => readFileSync(join(dataFolder, name), 'latin1'))].join('\n')
  }

  remove(): void {
    this.server.remove()
  }

  private read<T>(ask: (db: SqliteFile.Database) => T): T {
    const db = new SqliteFile(join(this.server.dataFolder, 'skep.db'), { readonly: true })
    try {
      return ask(db)
    } finally {
      db.close()
    }
  }

  private send(method: string, path: string, body: unknown): Promise<Response> {
    return send(this.server, method, path, body, this.cookie)
  }
}
