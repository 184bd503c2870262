import 'server-only'
import { engine } from '@/lib/engine/engine'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import type { StepOf } from '@/lib/plan/plan'
import { settings } from '@/lib/settings'
import type { Task } from '@/lib/swarm/engine-types'
import { isInDoubt, patiently, pause, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'

const betweenLooksMs = 500

/** Removes a service and waits until its tasks are gone, too: until then they hold their networks, ports and volumes. */
export async function removeService(run: StepRun, step: StepOf<'remove-service'>): Promise<void> {
  await remove(run, step)
  await run.makeRoom()
  run.faultPoint('after-applied')
  const until = Date.now() + settings().convergeTimeoutMs
  for (;;) {
    const left = await tasksLeft(run, step)
    if (left === 0) break
    await showLeft(run, left)
    if (Date.now() > until) throw new AppError('not_converged', { service: step.serviceName, desired: 0, onNew: left })
    await pause(betweenLooksMs, run.signal)
  }
  await showLeft(run, 0)
  await patiently(run, () => live().refreshService(step.serviceId))
}

async function remove(run: StepRun, { serviceId }: StepOf<'remove-service'>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    run.faultPoint('before-sent')
    await run.save({ state: 'sent' })
    run.faultPoint('after-sent')
    try {
      await engine().removeService(serviceId)
      return run.faultPoint('after-engine-reply')
    } catch (error) {
      if (!isAppError(error)) throw error
      if (error.code === 'not_found') return
      if (!isInDoubt(error)) throw error
      await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
      await pauseBeforeRetry(attempt, error, run.signal)
    }
  }
}

/** Asked for the whole stack: tasks of a service that is gone cannot be asked for by it. */
async function tasksLeft(run: StepRun, { serviceId, stack }: StepOf<'remove-service'>): Promise<number> {
  const tasks = await patiently(run, () => engine().listTasks({ stack }))
  return tasks.filter((task) => task.ServiceID === serviceId && mayEnd(task)).length
}

/** What runs on a node that is away is told when it comes back. */
function mayEnd({ NodeID }: Task): boolean {
  return (
    live()
      .snapshot()
      .node.get(NodeID ?? '')?.Status.State !== 'down'
  )
}

async function showLeft(run: StepRun, onOld: number): Promise<void> {
  if (run.record.memo.shown?.onOld === onOld) return
  await run.note({ shown: { desired: 0, onNew: 0, onOld, failed: 0, lastError: null, seen: [] } })
}
