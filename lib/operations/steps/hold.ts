import 'server-only'
import { AppError } from '@/lib/errors/app-error'
import type { StepOf } from '@/lib/plan/plan'
import type { StepRun } from './step-run'

/** Stops the operation, which then waits for a person. His word to go on is in the record when it comes by again. */
export async function hold(run: StepRun, { reason }: StepOf<'hold'>): Promise<void> {
  if (run.record.memo.decision === 'push') return
  throw new AppError('on_hold', { reason })
}
