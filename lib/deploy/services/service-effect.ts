import type { FittingNodes } from '@/lib/deploy/checks/fitting-nodes'
import type { DeployContext } from '@/lib/deploy/deploy-context'
import { canonicalJson } from '@/lib/plan/digest'
import { effectOf, restartsTasks } from '@/lib/plan/effect'
import type { Effect } from '@/lib/plan/plan'
import { effectForm } from '@/lib/plan/spec-form'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { modeOf, replicasOf } from '@/lib/swarm/spec/mode'
import { isWanted } from '@/lib/swarm/tasks'

/** What a new service starts. */
export function creationEffect(spec: ServiceSpec, nodes: FittingNodes): Effect {
  return difference(startedTasks(spec, nodes))
}

/** What an update does. Any update of a job begins a new run of it. `body` is as it is sent. */
export function updateEffect(context: DeployContext, service: Service, body: object, nodes: FittingNodes): Effect {
  const after = effectForm(body, context.asSent)
  if (isJob(after)) return creationEffect(after, nodes)
  const before = effectForm(service.Spec, context.asStored)
  if (modeOf(after) === 'global' && !restartsTasks(before, after) && movesTasks(before, after))
    return difference(nodes.fitting.length - wantedTasks(context.snapshot, service))
  return effectOf(context.snapshot, { ...service, Spec: before }, after)
}

/** A global service has its tasks where it may have them, and no others. */
function movesTasks(before: ServiceSpec, after: ServiceSpec): boolean {
  return canonicalJson(before.TaskTemplate.Placement ?? {}) !== canonicalJson(after.TaskTemplate.Placement ?? {})
}

/** What removing a service stops. */
export function removalEffect({ snapshot }: Pick<DeployContext, 'snapshot'>, service: Service): Effect {
  return difference(-(replicasOf(service.Spec) ?? wantedTasks(snapshot, service)))
}

function difference(tasks: number): Effect {
  if (tasks === 0) return { kind: 'none' }
  return tasks > 0 ? { kind: 'start', tasks } : { kind: 'stop', tasks: -tasks }
}

function wantedTasks(snapshot: Snapshot, service: Service): number {
  return (snapshot.tasksByService.get(service.ID) ?? []).filter(isWanted).length
}

export function isJob(spec: ServiceSpec): boolean {
  const mode = modeOf(spec)
  return mode === 'replicated-job' || mode === 'global-job'
}

function startedTasks(spec: ServiceSpec, { fitting }: FittingNodes): number {
  if (modeOf(spec) === 'replicated-job') return spec.Mode?.ReplicatedJob?.MaxConcurrent ?? 1
  return replicasOf(spec) ?? fitting.length
}
