import { effectOf } from '@/lib/plan/effect'
import type { Effect } from '@/lib/plan/plan'
import { effectForm } from '@/lib/plan/spec-form'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { modeOf, replicasOf } from '@/lib/swarm/spec/mode'
import type { FittingNodes } from './checks/fitting-nodes'
import type { DeployContext } from './deploy-context'

/** What a new service starts. */
export function creationEffect(spec: ServiceSpec, nodes: FittingNodes): Effect {
  const tasks = startedTasks(spec, nodes)
  return tasks === 0 ? { kind: 'none' } : { kind: 'start', tasks }
}

/** What an update does. Any update of a job begins a new run of it. `body` is as it is sent. */
export function updateEffect(context: DeployContext, service: Service, body: object, nodes: FittingNodes): Effect {
  const after = effectForm(body, context.asSent)
  if (isJob(after)) return creationEffect(after, nodes)
  const before = { ...service, Spec: effectForm(service.Spec, context.asStored) }
  return effectOf(context.snapshot, before, after)
}

/** What removing a service stops: tasks that run or are still to run. */
export function removalEffect({ snapshot }: Pick<DeployContext, 'snapshot'>, service: Service): Effect {
  const tasks = (snapshot.tasksByService.get(service.ID) ?? []).filter((task) => task.DesiredState === 'running')
  return tasks.length === 0 ? { kind: 'none' } : { kind: 'stop', tasks: tasks.length }
}

export function isJob(spec: ServiceSpec): boolean {
  const mode = modeOf(spec)
  return mode === 'replicated-job' || mode === 'global-job'
}

function startedTasks(spec: ServiceSpec, { fitting }: FittingNodes): number {
  if (modeOf(spec) === 'replicated-job') return spec.Mode?.ReplicatedJob?.MaxConcurrent ?? 1
  return replicasOf(spec) ?? fitting.length
}
