import 'server-only'
import { faultPoint } from '@/lib/operations/fault-point'
import type { OperationRun } from '@/lib/operations/record/operation-run'
import type { StepMemo, StepRecord } from '@/lib/operations/record/step-record'

/** One step of an operation that is being carried out. */
export class StepRun {
  constructor(
    readonly operation: OperationRun,
    readonly index: number,
    /** To be called when the change is sent: others may then send theirs. Resolves when they have. */
    readonly makeRoom: () => Promise<void>,
  ) {}

  get record(): StepRecord {
    return this.operation.step(this.index)
  }

  get signal(): AbortSignal {
    return this.operation.signal
  }

  /** The first change that is stored is also the step's begin. */
  save(change: Partial<StepRecord>): Promise<void> {
    const begin = this.record.startedAt === null ? { startedAt: Date.now() } : {}
    return this.operation.saveStep(this.index, { ...begin, ...change })
  }

  /** Counts at once; it is on the disk before the operation's next change is. */
  saveSoon(change: Partial<StepRecord>): void {
    this.operation.saveStepSoon(this.index, change)
  }

  /** For what a restart would find out by itself: it is stored with the next change. */
  remember(memo: Partial<StepMemo>): void {
    this.operation.remember(this.index, memo)
  }

  note(memo: Partial<StepMemo>): Promise<void> {
    return this.save({ memo: { ...this.record.memo, ...memo } })
  }

  faultPoint(name: string): void {
    faultPoint(`${name}:${this.index}`)
  }
}
