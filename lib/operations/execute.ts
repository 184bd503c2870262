import 'server-only'
import { isAppError } from '@/lib/errors/app-error'
import { log } from '@/lib/log'
import type { Step } from '@/lib/plan/plan'
import { carryOutPhase } from './carry-out-phase'
import { faultPoint } from './fault-point'
import { finish } from './finish'
import { knowWhatWasMade } from './know-made'
import { phasesOf } from './phases'
import { Interrupted, OperationRun } from './record/operation-run'
import { isPassed } from './record/outcome'
import { forgetTarget } from './stacks/bodies'
import { perform } from './steps/perform'
import type { StepRun } from './steps/step-run'
import { takeBack } from './take-back'

type Active = { ended: Promise<void>; stop: AbortController }

const g = globalThis as typeof globalThis & { skepRuns?: Map<string, Active> }

function runs(): Map<string, Active> {
  g.skepRuns ??= new Map()
  return g.skepRuns
}

/** The operations that this process is carrying out. */
export function runningIds(): string[] {
  return [...runs().keys()]
}

/** Carries an operation of ours on in the background, from wherever its record says. */
export function start(id: string): void {
  if (runs().has(id)) return
  const stop = new AbortController()
  runs().set(id, { ended: carryOutToEnd(id, stop.signal), stop })
}

async function carryOutToEnd(id: string, signal: AbortSignal): Promise<void> {
  try {
    const nextId = await carryOut(id, signal)
    if (nextId) start(nextId)
  } catch (error) {
    if (!(error instanceof Interrupted)) log().error({ err: error, operationId: id }, 'an operation broke off')
  } finally {
    runs().delete(id)
    forgetTarget(id)
  }
}

/** Stops carrying it out as soon as nothing is half-way, and leaves its record as it is then. */
export async function stop(id: string): Promise<void> {
  const active = runs().get(id)
  active?.stop.abort()
  await active?.ended
}

/** Answers the operation that goes on from here: one that takes this one back, or one that cleans up behind it. */
async function carryOut(id: string, signal: AbortSignal): Promise<string | null> {
  const run = await OperationRun.open(id, signal)
  if (run.operation.state !== 'running') await run.save({ state: 'running' })
  try {
    for (const phase of phasesOf(run.plan)) {
      await carryOutPhase(run, phase, carryOutStep)
      if (!phase.steps.every((index) => isPassed(run.step(index), run.steps))) break
    }
    await knowWhatWasMade(run)
  } finally {
    await run.flush()
  }
  faultPoint('before-end')
  const nextId = (await takeBack(run)) ?? (await finish(run))
  faultPoint('after-end')
  return nextId
}

/** Made once and never watched: a restart finds them by label or name, so their end may be stored with what comes next. */
function isFoundAgain({ action }: Step): boolean {
  return action === 'create-config' || action === 'create-secret' || action === 'create-network'
}

async function carryOutStep(run: StepRun): Promise<void> {
  if (run.signal.aborted) throw new Interrupted()
  run.faultPoint('before-step')
  try {
    await perform(run)
    const { memo, step } = run.record
    const end = { state: 'converged' as const, memo, payload: null, problem: null, endedAt: Date.now() }
    if (isFoundAgain(step)) run.saveSoon(end)
    else await run.save(end)
  } catch (error) {
    // Without a record nothing goes on: the lease runs out, and whoever can write again takes the operation over.
    if (error instanceof Interrupted || (isAppError(error) && error.code === 'cannot_record')) throw error
    if (!isAppError(error))
      log().error({ err: error, operationId: run.operation.id, step: run.index }, 'a step broke off')
    const problem = isAppError(error)
      ? { code: error.code, params: error.params }
      : { code: 'unexpected' as const, params: {} }
    await run.save({ state: 'failed', problem, endedAt: Date.now() })
  }
  run.faultPoint('after-step')
}
