import 'server-only'
import { engine } from '@/lib/engine/engine'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import type { StepOf } from '@/lib/plan/plan'
import { networkUsers } from '@/lib/swarm/networks'
import { isInDoubt, patiently, pause } from './patiently'
import type { StepRun } from './step-run'

type RemoveStep = StepOf<'remove-network'>

/** A task that has ended holds its network for a moment longer. */
const patienceMs = 60_000
const betweenTriesMs = 1000

/** Removes a network and waits until its name is free, which it is when the last container on this node has left it. */
export async function removeNetwork(run: StepRun, step: RemoveStep): Promise<void> {
  const until = Date.now() + patienceMs
  while (!(await remove(run, step, until))) await pause(betweenTriesMs, run.signal)
  while (await isListed(run, step)) {
    if (Date.now() > until) throw inUse(step)
    await pause(betweenTriesMs / 2, run.signal)
  }
  await patiently(run, () => live().refresh('network', step.id))
}

/** False when it has to be tried again. */
async function remove(run: StepRun, step: RemoveStep, until: number): Promise<boolean> {
  run.faultPoint('before-sent')
  await run.save({ state: 'sent' })
  run.faultPoint('after-sent')
  try {
    await engine().removeNetwork(step.id)
    run.faultPoint('after-engine-reply')
    return true
  } catch (error) {
    if (!isAppError(error)) throw error
    if (error.code === 'not_found') return true
    const isInUse = error.code === 'still_in_use'
    if (Date.now() > until && isInUse) throw inUse(step)
    if (Date.now() > until || !(isInUse || isInDoubt(error))) throw error
    await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
    return false
  }
}

async function isListed(run: StepRun, { id, name }: RemoveStep): Promise<boolean> {
  return (await patiently(run, () => engine().findNetwork(name)))?.Id === id
}

/** The engine names ids; a person wants to know which services. */
function inUse({ id, name }: RemoveStep): AppError {
  const network = live().snapshot().network.get(id)
  const services = network ? networkUsers(live().snapshot(), network) : []
  return new AppError('still_in_use', { kind: 'network', name, services })
}
