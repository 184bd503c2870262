import type { TaskRow } from '@/lib/contract/tasks'
import { engineTime } from './engine-time'
import type { Node, Service, Task, TaskSpec } from './engine-types'
import { type Snapshot, stackOf } from './snapshot'
import { imageOf } from './spec/image'

/** States from which a task never returns. */
const finalStates = new Set(['complete', 'failed', 'rejected', 'shutdown', 'orphaned', 'remove'])

/** Wishes of the orchestrator that mean "this task is to run": `complete` is what it wishes of a job's task. */
const wantedStates = new Set(['running', 'ready', 'complete'])

/** May still have a process, and with it the files of its configs and secrets. */
export function isAlive(task: Task): boolean {
  return !finalStates.has(task.Status.State)
}

/** On its way to run, or running: neither ended nor told to end. */
export function isWanted(task: Task): boolean {
  return isAlive(task) && wantedStates.has(task.DesiredState)
}

/** The tasks of a dead node keep saying `running` for ever, so the node's own state counts too. */
export function isRunning(snapshot: Snapshot, task: Task): boolean {
  if (task.Status.State !== 'running' || !isWanted(task)) return false
  return !isOnDownNode(snapshot, task)
}

export function isOnDownNode(snapshot: Snapshot, task: Task): boolean {
  return task.NodeID !== undefined && snapshot.node.get(task.NodeID)?.Status.State === 'down'
}

/**
 * True when an update of the service would leave the task alone. Placement is not compared: a task that still fits its
 * node is kept with its old spec (moby/swarmkit, manager/orchestrator/task.go, IsTaskDirty).
 */
export function isCurrent(task: Task, service: Service): boolean {
  const { TaskTemplate, Networks } = service.Spec
  return isEqual(comparable(task.Spec), comparable({ ...TaskTemplate, Networks: TaskTemplate.Networks ?? Networks }))
}

/** A task's spec leaves out the runtime that the service's spell out, and has the networks that old specs had beside it. */
function comparable(spec: TaskSpec): object {
  return { ...spec, Placement: undefined, Runtime: spec.Runtime ?? 'container' }
}

/** JSON values alone. A member that is undefined is one that is not there. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a).filter(isDefined), new Map(Object.entries(b).filter(isDefined))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isEqual(value, right.get(key)))
}

function isDefined([, value]: [string, unknown]): boolean {
  return value !== undefined
}

/** The newest first, which is the order in which a person asks what happened. */
export function newestFirst(a: Task, b: Task): number {
  return (engineTime(b.CreatedAt) ?? 0) - (engineTime(a.CreatedAt) ?? 0) || b.Version.Index - a.Version.Index
}

export function taskRow(snapshot: Snapshot, task: Task): TaskRow {
  const service = snapshot.service.get(task.ServiceID ?? '')
  const container = task.Spec.ContainerSpec
  const status = task.Status
  return {
    id: task.ID,
    serviceId: task.ServiceID ?? '',
    serviceName: service?.Spec.Name ?? task.ServiceID ?? '',
    stack: stackOf(service?.Spec.Labels ?? container?.Labels),
    slot: task.Slot || null,
    nodeId: task.NodeID || null,
    nodeName: nodeName(snapshot.node.get(task.NodeID ?? '')),
    state: status.State,
    desiredState: task.DesiredState,
    stateSince: engineTime(status.Timestamp) ?? engineTime(task.UpdatedAt) ?? 0,
    createdAt: engineTime(task.CreatedAt) ?? 0,
    error: status.Err || null,
    message: status.Message || null,
    // While a process runs the engine says 0, which would read as a good end.
    exitCode: isAlive(task) ? null : (status.ContainerStatus?.ExitCode ?? null),
    containerId: status.ContainerStatus?.ContainerID || null,
    image: imageOf(container?.Image).name,
    isRunning: isRunning(snapshot, task),
    isCurrent: service !== undefined && isCurrent(task, service),
    configNames: (container?.Configs ?? []).map((reference) => reference.ConfigName),
    secretNames: (container?.Secrets ?? []).map((reference) => reference.SecretName),
  }
}

function nodeName(node: Node | undefined): string | null {
  return node?.Description.Hostname ?? null
}
