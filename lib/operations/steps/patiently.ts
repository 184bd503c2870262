import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { engine } from '@/lib/engine/engine'
import { type AppError, isAppError } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/codes'
import { Interrupted } from '@/lib/operations/record/operation-run'
import type { StepRun } from './step-run'

/** The engine is there no more, or not in a state to answer. It comes back, or a person sees what we are waiting for. */
const awayCodes: ReadonlySet<ErrorCode> = new Set([
  'engine_unreachable',
  'engine_silent',
  'engine_failed',
  'no_quorum',
  'not_a_manager',
  'not_in_swarm',
  'swarm_locked',
  'outcome_unknown',
])

const shortestWaitMs = 500
const longestWaitMs = 10_000

/** Whether the engine may have taken a write all the same whose answer was this. */
export function isInDoubt(error: unknown): boolean {
  return isAppError(error) && awayCodes.has(error.code)
}

/** Asks until the engine answers. What keeps it from answering is shown with the step meanwhile. */
export async function patiently<T>(run: StepRun, ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await ask()
      if (run.record.problem) await run.save({ problem: null })
      return answer
    } catch (error) {
      if (!isAppError(error)) throw error
      if (error.code === 'not_found') await requireSameSwarm(run)
      if (!awayCodes.has(error.code)) throw error
      if (run.record.problem?.code !== error.code)
        await run.save({ problem: { code: error.code, params: error.params } })
      await pause(Math.min(shortestWaitMs * 2 ** attempt, longestWaitMs), run.signal)
    }
  }
}

/** In another swarm, nothing of this operation is to be found: it waits for its own. */
async function requireSameSwarm({ operation }: StepRun): Promise<void> {
  const { swarmId } = operation.operation
  if (swarmId !== '' && (await engine().info()).swarmId !== swarmId) throw new Interrupted()
}

export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new Interrupted()
  await setTimeout(ms, undefined, { signal }).catch(() => {
    throw new Interrupted()
  })
}

const writeAttempts = 5
/** What was out of sequence has changed nothing, and during one rollout the version index moves by dozens. */
const conflictAttempts = 25

/** Several writers that failed together must not try again together. */
export async function pauseBeforeRetry(attempt: number, error: AppError, signal: AbortSignal): Promise<void> {
  if (attempt >= (error.code === 'version_conflict' ? conflictAttempts : writeAttempts)) throw error
  await pause((50 + Math.random() * 150) * Math.min(attempt, writeAttempts), signal)
}
