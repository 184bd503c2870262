import 'server-only'
import { engine } from '@/lib/engine/engine'
import { isAppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import type { StepOf } from '@/lib/plan/plan'
import { requireUnused } from '@/lib/rotation/plan-removal'
import { isInDoubt, patiently, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'

/** Removes a config or secret, asking once more who needs it: the engine itself minds only the services' present specs. */
export async function removeObject(run: StepRun, { kind, id }: StepOf<'remove-object'>): Promise<void> {
  const inspect = kind === 'config' ? engine().inspectConfig : engine().inspectSecret
  const remove = kind === 'config' ? engine().removeConfig : engine().removeSecret
  for (let attempt = 1; ; attempt++) {
    if (await isGone(() => patiently<unknown>(run, () => inspect(id)))) break
    requireUnused(live().snapshot(), kind, id)
    run.faultPoint('before-sent')
    await run.save({ state: 'sent' })
    run.faultPoint('after-sent')
    try {
      await remove(id)
      run.faultPoint('after-engine-reply')
    } catch (error) {
      if (!isAppError(error) || !(isInDoubt(error) || error.code === 'not_found')) throw error
      await run.save({ state: 'unknown' })
      await pauseBeforeRetry(attempt, error, run.signal)
    }
  }
  await patiently(run, () => live().refresh(kind, id))
}

async function isGone(inspect: () => Promise<unknown>): Promise<boolean> {
  try {
    await inspect()
    return false
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return true
    throw error
  }
}
