import 'server-only'
import type { AppError } from '@/lib/errors/app-error'
import { log } from '@/lib/log'
import type { OperationRun } from '@/lib/operations/record/operation-run'
import { bodiesOf } from '@/lib/operations/stacks/bodies'
import { makeNetwork } from './create-network'
import { pause } from './patiently'
import type { StepRun } from './step-run'

const portWaitMs = 200

/**
 * Waits for what the engine misses, if it can be expected to come: a network that was on its way out when the plan was
 * made, or a port that another service of this operation is giving up. False for everything else.
 */
export async function waitForWhatIsLacking(
  run: StepRun,
  { code, params }: AppError,
  attempt: number,
): Promise<boolean> {
  if (attempt >= mostAttempts) return false
  if (code === 'not_found' && params.kind === 'network') return remakeNetwork(run, String(params.name))
  if (code === 'port_taken') return isGivenUp(run, String(params.service))
  return false
}

/** Each waits for as long as a network lingers. */
const mostAttempts = 5

const remade = new WeakMap<OperationRun, Map<string, Promise<unknown>>>()

/** Several services miss the same network at once; one of them makes it. */
async function remakeNetwork(run: StepRun, name: string): Promise<boolean> {
  const body = run.operation.plan.bodies ? (await bodiesOf(run)).networks.get(name) : undefined
  if (!body) return false
  const under = remade.get(run.operation) ?? new Map<string, Promise<unknown>>()
  remade.set(run.operation, under)
  const making = under.get(name) ?? makeNetwork(run, body)
  under.set(name, making)
  log().info({ network: name, operationId: run.operation.id }, 'a network went away and is made again')
  await making.finally(() => under.delete(name))
  return true
}

/** Steps are in such an order that whoever gives a port up is sent first; it takes the engine a moment to free it. */
async function isGivenUp(run: StepRun, holder: string): Promise<boolean> {
  const isHeldByOurs = run.operation.steps.some(({ step }) => 'serviceName' in step && step.serviceName === holder)
  if (isHeldByOurs) await pause(portWaitMs, run.signal)
  return isHeldByOurs
}
