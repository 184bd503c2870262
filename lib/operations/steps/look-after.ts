import 'server-only'
import { type AppError, isAppError } from '@/lib/errors/app-error'
import { isInDoubt, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'

/** `before` is what the attempt before this one was answered, where it was none that counts. */
export type Attempted = { attempt: number; before: AppError | null }

/**
 * After an object could not be made: answers the error after which it has to be looked at whether it is there all the same,
 * and throws any other. A name that is taken may be taken by a write of ours that arrived late, after the look that did
 * not find it; if the next look does not find it either, it is not ours.
 */
export async function lookAfter(run: StepRun, error: unknown, { attempt, before }: Attempted): Promise<AppError> {
  if (!isAppError(error)) throw error
  if (isInDoubt(error)) await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
  else if (error.code !== 'name_taken' || before?.code === 'name_taken') throw error
  await pauseBeforeRetry(attempt, error, run.signal)
  return error
}
