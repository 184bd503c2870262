import 'server-only'
import type { Plan } from '@/lib/plan/plan'
import {
  findOperation,
  type OperationChange,
  type StoredOperation,
  updateOperation,
  updateStep,
} from '@/lib/store/operations'
import { type Store, store, type Trx } from '@/lib/store/store'
import { publishOperation } from './feed'
import { processOwner } from './owner'
import { readStepRecord, type StepRecord, storedChange } from './step-record'

/** The operation is another process's now, or a person wants it stopped: whatever is under way ends without a word. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/**
 * An operation while this process carries it out: its record in memory, each change of which is stored before it counts.
 * Changes of a process that lost the operation do not count, and end the run.
 */
export class OperationRun {
  private readonly breaking = new AbortController()

  /** Aborted when a person wants the run to stop, or when it cannot go on. */
  readonly signal: AbortSignal

  private constructor(
    public operation: StoredOperation,
    readonly steps: StepRecord[],
    stop: AbortSignal,
  ) {
    this.signal = AbortSignal.any([stop, this.breaking.signal])
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

  get plan(): Plan {
    return JSON.parse(this.operation.plan)
  }

  get id(): string {
    return this.operation.id
  }

  step(index: number): StepRecord {
    const record = this.steps[index]
    if (!record) throw new RangeError(`operation ${this.id} has no step ${index}`)
    return record
  }

  async saveStep(index: number, change: Partial<StepRecord>): Promise<void> {
    const key = { id: this.id, owner: processOwner(), idx: index }
    if (!(await updateStep(store(), key, storedChange(change)))) throw new Interrupted()
    this.steps[index] = { ...this.step(index), ...change }
    this.publish()
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
