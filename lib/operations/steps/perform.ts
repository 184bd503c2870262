import 'server-only'
import { createNetwork } from './create-network'
import { createObject } from './create-object'
import { createService } from './create-service'
import { hold } from './hold'
import { initSwarm } from './init-swarm'
import { relabelObject } from './relabel-object'
import { removeNetwork } from './remove-network'
import { removeObject } from './remove-object'
import { removeService } from './remove-service'
import { replaceSpec } from './replace-spec'
import { setLabels } from './set-labels'
import type { StepRun } from './step-run'
import { updateService } from './update-service'

/** Makes what the step is for true, from wherever its record says. Throws why it did not become so. */
export async function perform(run: StepRun): Promise<void> {
  const { step } = run.record
  switch (step.action) {
    case 'set-replicas':
    case 'replace-reference':
    case 'move-reference':
    case 'move-variable':
      return updateService(run, step)
    case 'create-config':
    case 'create-secret':
      return createObject(run, step)
    case 'remove-object':
      return removeObject(run, step)
    case 'create-network':
      return createNetwork(run, step)
    case 'remove-network':
      return removeNetwork(run, step)
    case 'relabel-object':
      return relabelObject(run, step)
    case 'create-service':
      return createService(run, step)
    case 'replace-spec':
      return replaceSpec(run, step)
    case 'remove-service':
      return removeService(run, step)
    case 'set-labels':
      return setLabels(run, step)
    case 'hold':
      return hold(run, step)
    case 'init-swarm':
      return initSwarm(run, step)
  }
}
