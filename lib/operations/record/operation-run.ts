import 'server-only'
import { setMaxListeners } from 'node:events'
import type { Plan } from '@/lib/plan/plan'
import {
  findOperation,
  type OperationChange,
  type StepChange,
  type StoredOperation,
  updateOperation,
  updateSteps,
} from '@/lib/store/operations'
import { type Store, store, type Trx, transact } from '@/lib/store/store'
import { publishOperation } from './feed'
import { processOwner } from './owner'
import { readStepRecord, type StepMemo, type StepRecord, storedChange } from './step-record'

/** The operation is another process's now, or a person wants it stopped: whatever is under way ends without a word. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

type Waiting = {
  index: number
  change: Partial<StepRecord>
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * An operation while this process carries it out: its record in memory, each change of which is stored before it counts.
 * Changes of a process that lost the operation do not count, and end the run.
 */
export class OperationRun {
  private readonly breaking = new AbortController()
  private readonly waiting: Waiting[] = []
  private readonly later: Waiting[] = []
  private storing: Promise<void> | null = null
  private unstored: { error: unknown } | null = null

  /** It never changes, and is long. */
  readonly plan: Plan

  /** Aborted when a person wants the run to stop, or when it cannot go on. */
  readonly signal: AbortSignal

  private constructor(
    public operation: StoredOperation,
    readonly steps: StepRecord[],
    stop: AbortSignal,
  ) {
    this.plan = JSON.parse(operation.plan)
    this.signal = AbortSignal.any([stop, this.breaking.signal])
    // Every step that waits listens to it.
    setMaxListeners(0, this.signal)
  }

  static async open(id: string, signal: AbortSignal): Promise<OperationRun> {
    const stored = await findOperation(id)
    if (!stored) throw new Interrupted()
    return new OperationRun(stored.operation, stored.steps.map(readStepRecord), signal)
  }

  /** What stopped one step stops all that run beside it. */
  breakOff(error: unknown): never {
    this.breaking.abort()
    throw error
  }

  get id(): string {
    return this.operation.id
  }

  step(index: number): StepRecord {
    const record = this.steps[index]
    if (!record) throw new RangeError(`operation ${this.id} has no step ${index}`)
    return record
  }

  /** Counts at once, and is stored together with the next change that nothing is to be sent after, or by flush(). */
  saveStepSoon(index: number, change: Partial<StepRecord>): void {
    this.steps[index] = { ...this.step(index), ...change }
    const reject = (error: unknown) => {
      this.unstored ??= { error }
    }
    this.later.push({ index, change, resolve: () => undefined, reject })
  }

  /** Stores what has waited for a next change, or throws why that, or an earlier attempt, failed. */
  async flush(): Promise<void> {
    this.waiting.push(...this.later.splice(0))
    if (this.waiting.length > 0 || this.storing) await this.beginStoring()
    if (this.unstored) throw this.unstored.error
  }

  /** Steps run side by side, and each record waits for the disk: those that come meanwhile are stored together. */
  saveStep(index: number, change: Partial<StepRecord>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ index, change, resolve, reject })
      void this.beginStoring()
    })
  }

  private beginStoring(): Promise<void> {
    this.storing ??= this.storeWaiting()
    return this.storing
  }

  /** Changes what is known of a step without storing it; it goes with the step's next change. */
  remember(index: number, memo: Partial<StepMemo>): void {
    const record = this.step(index)
    this.steps[index] = { ...record, memo: { ...record.memo, ...memo } }
  }

  private async storeWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      // Answers of the engine that are here already come first: what they lead to joins in.
      await new Promise((resolve) => setImmediate(resolve))
      const changes = this.takeWaiting()
      try {
        await transact(async (trx) => {
          for (const { indexes, change } of alike(changes)) await this.storeSteps(trx, indexes, change)
        })
        for (const { index, change } of changes) this.steps[index] = { ...this.step(index), ...change }
        this.publish()
        for (const { resolve } of changes) resolve()
      } catch (error) {
        for (const { reject } of changes) reject(error)
      }
    }
    // At once: who has waited for this may have the next change before anything else runs.
    this.storing = null
  }

  /** What is about to be sent waits for nothing but its own record; what was saved soon is stored while the engine works. */
  private takeWaiting(): Waiting[] {
    const changes = this.waiting.splice(0)
    const isAhead = (one: Waiting) =>
      one.change.state === 'sent' && !this.later.some(({ index }) => index === one.index)
    return changes.every(isAhead) ? changes : [...this.later.splice(0), ...changes]
  }

  private async storeSteps(trx: Trx, indexes: readonly number[], change: StepChange): Promise<void> {
    const key = { id: this.id, owner: processOwner(), indexes }
    if (!(await updateSteps(trx, key, change))) throw new Interrupted()
  }

  /** Inside a transaction, others see the change only when `publish` is called after it. */
  async save(change: OperationChange, db: Store | Trx = store()): Promise<void> {
    if (!(await updateOperation(db, { id: this.id, owner: processOwner() }, change))) throw new Interrupted()
    this.operation = { ...this.operation, ...change }
    if (db === store()) this.publish()
  }

  publish(): void {
    publishOperation(this.operation, this.steps)
  }
}

type Alike = { indexes: number[]; change: StepChange }

/** What is to be stored, in its order, with equal changes of steps that follow each other in one: most say `sent`. */
function alike(changes: readonly Waiting[]): Alike[] {
  const groups: (Alike & { text: string })[] = []
  for (const { index, change } of changes) {
    const stored = storedChange(change)
    const text = JSON.stringify(stored)
    const last = groups.at(-1)
    if (last?.text === text && !last.indexes.includes(index)) last.indexes.push(index)
    else groups.push({ indexes: [index], change: stored, text })
  }
  return groups
}
