import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { fitsConstraints } from '@/lib/swarm/spec/constraints'
import { replicasOf } from '@/lib/swarm/spec/mode'
import { healthcheckOf, updatePolicyOf } from '@/lib/swarm/spec/policies'
import { isWanted } from '@/lib/swarm/tasks'
import { canonicalJson } from './digest'
import type { Effect } from './plan'

/** What the tasks of a service go through when its spec becomes `after`. */
export function effectOf(snapshot: Snapshot, service: Service, after: ServiceSpec): Effect {
  const tasks = desiredTasks(snapshot, service)
  if (restartsTasks(service.Spec, after)) return tasks === 0 ? { kind: 'none' } : restart(tasks, tasks, after)
  const moving = movingTasks(snapshot, service, after)
  if (moving > 0) return restart(moving, tasks, after)
  const difference = (replicasOf(after) ?? tasks) - tasks
  if (difference > 0) return { kind: 'start', tasks: difference }
  return difference < 0 ? { kind: 'stop', tasks: -difference } : { kind: 'none' }
}

/**
 * Any difference in the task template or the endpoint replaces all tasks, also one that changes nothing for a process
 * (a file's mode, the restart policy). Labels of the service, replicas and update policies do not, nor does placement
 * for a task whose node still fits. Source: moby/swarmkit, manager/orchestrator/task.go (IsTaskDirty); measured.
 */
export function restartsTasks(before: ServiceSpec, after: ServiceSpec): boolean {
  return canonicalJson(whatTasksAreMadeOf(before)) !== canonicalJson(whatTasksAreMadeOf(after))
}

function whatTasksAreMadeOf({ TaskTemplate, EndpointSpec }: ServiceSpec) {
  const { Placement: _placement, ...template } = TaskTemplate
  return { template, endpoint: EndpointSpec ?? null }
}

/** Replicas, or for a global service the tasks that are meant to run now. */
function desiredTasks(snapshot: Snapshot, service: Service): number {
  const tasks = snapshot.tasksByService.get(service.ID) ?? []
  return replicasOf(service.Spec) ?? tasks.filter(isWanted).length
}

/** Tasks whose node no longer satisfies the constraints, which are replaced on another. */
function movingTasks(snapshot: Snapshot, service: Service, { TaskTemplate }: ServiceSpec): number {
  const constraints = TaskTemplate.Placement?.Constraints ?? []
  if (canonicalJson(service.Spec.TaskTemplate.Placement?.Constraints ?? []) === canonicalJson(constraints)) return 0
  const tasks = snapshot.tasksByService.get(service.ID) ?? []
  return tasks.filter(({ DesiredState, NodeID }) => {
    const node = NodeID === undefined ? undefined : snapshot.node.get(NodeID)
    return DesiredState === 'running' && node !== undefined && !fitsConstraints(node, constraints)
  }).length
}

/** `tasks` of all that are meant to run. */
function restart(tasks: number, all: number, spec: ServiceSpec): Effect {
  const { order, parallelism, delayMs, monitorMs, failureAction } = updatePolicyOf(spec.UpdateConfig)
  const atOnce = parallelism === 0 ? tasks : Math.min(parallelism, tasks)
  return {
    kind: 'restart',
    tasks,
    order,
    parallelism,
    delayMs,
    monitorMs,
    failureAction,
    lowestRunning: order === 'start-first' ? all : Math.max(0, all - atOnce),
    hasHealthcheck: hasHealthcheck(spec),
  }
}

/** `NONE` switches off the image's own check. */
function hasHealthcheck({ TaskTemplate }: ServiceSpec): boolean {
  const test = healthcheckOf(TaskTemplate.ContainerSpec?.Healthcheck)?.test
  return test !== undefined && test[0] !== 'NONE'
}
