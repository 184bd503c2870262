import 'server-only'
import { engine } from '@/lib/engine/engine'
import { isAppError } from '@/lib/errors/app-error'
import type { StepOf } from '@/lib/plan/plan'
import { isInDoubt, patiently, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'

export async function initSwarm(run: StepRun, { advertiseAddress }: StepOf<'init-swarm'>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { localNodeState } = await patiently(run, () => engine().info())
    if (localNodeState === 'active') return
    run.faultPoint('before-sent')
    await run.save({ state: 'sent' })
    run.faultPoint('after-sent')
    try {
      await engine().initSwarm({ advertiseAddress })
      run.faultPoint('after-engine-reply')
    } catch (error) {
      if (!isAppError(error) || !isInDoubt(error)) throw error
      await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
      await pauseBeforeRetry(attempt, error, run.signal)
    }
  }
}
