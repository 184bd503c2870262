import 'server-only'
import { faultPoint } from '@/lib/operations/fault-point'
import type { OperationRun } from '@/lib/operations/record/operation-run'
import type { StepMemo, StepRecord } from '@/lib/operations/record/step-record'

/** One step of an operation that is being carried out. */
export class StepRun {
  constructor(
    readonly operation: OperationRun,
    readonly index: number,
    /** To be called when the change is sent: others may then send theirs. */
    readonly makeRoom: () => void,
  ) {}

  get record(): StepRecord {
    return this.operation.step(this.index)
  }

  get signal(): AbortSignal {
    return this.operation.signal
  }

  save(change: Partial<StepRecord>): Promise<void> {
    return this.operation.saveStep(this.index, change)
  }

  note(memo: Partial<StepMemo>): Promise<void> {
    return this.save({ memo: { ...this.record.memo, ...memo } })
  }

  faultPoint(name: string): void {
    faultPoint(`${name}:${this.index}`)
  }
}
