import 'server-only'
import type { NetworkBody } from '@/lib/compose/convert/bodies'
import { engine } from '@/lib/engine/engine'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { bodiesOf } from '@/lib/operations/stacks/bodies'
import type { StepOf } from '@/lib/plan/plan'
import { stackOf } from '@/lib/swarm/snapshot'
import { isInDoubt, patiently, pause, pauseBeforeRetry } from './patiently'
import type { StepRun } from './step-run'

/** Longer than containers usually take to end, and a network with them. */
const lingerMs = 60_000
const betweenTriesMs = 500

/** Makes a network, once. */
export async function createNetwork(run: StepRun, { name, body }: StepOf<'create-network'>): Promise<void> {
  const found = body ?? (await bodiesOf(run)).networks.get(name)
  if (!found) throw new AppError('unexpected', { kind: 'network', name })
  run.remember({ objectId: await makeNetwork(run, found) })
}

/**
 * Makes it and returns its id. A network that was removed is still listed on a node until its last container has ended,
 * and its name is taken there, though no service can join it any more: such a one is waited for. One of that name that
 * comes later is ours, from a write whose answer was lost, or was made by somebody for the same stack, which is as good.
 */
export async function makeNetwork(run: StepRun, body: NetworkBody): Promise<string> {
  const { Name: name } = body
  const until = Date.now() + lingerMs
  let lingering = run.record.memo.lingering
  if (run.record.state === 'pending' || lingering === null) {
    lingering = (await patiently(run, () => engine().findNetwork(name)))?.Id ?? ''
  }
  for (let attempt = 1; ; attempt++) {
    run.faultPoint('before-sent')
    await run.save({ state: 'sent', memo: { ...run.record.memo, lingering } })
    run.faultPoint('after-sent')
    const id = await send(run, body, attempt)
    if (id) return id
    const found = await patiently(run, () => engine().findNetwork(name))
    if (!found) {
      await pause(betweenTriesMs / 5, run.signal)
      continue
    }
    const isOurs = stackOf(found.Labels) === stackOf(body.Labels)
    if (!isOurs) throw new AppError('name_taken', { kind: 'network', name })
    if (found.Id !== lingering || Date.now() > until) return found.Id
    await run.save({ problem: { code: 'still_in_use', params: { kind: 'network', name } } })
    await pause(betweenTriesMs, run.signal)
  }
}

/** Null when it has to be looked at what is there under this name. */
async function send(run: StepRun, body: NetworkBody, attempt: number): Promise<string | null> {
  try {
    const id = await engine().createNetwork(body)
    run.faultPoint('after-engine-reply')
    return id
  } catch (error) {
    if (!isAppError(error)) throw error
    if (error.code === 'name_taken') return null
    if (!isInDoubt(error)) throw error
    await run.save({ state: 'unknown', problem: { code: error.code, params: error.params } })
    await pauseBeforeRetry(attempt, error, run.signal)
    return null
  }
}
