import type { Service, Task, TaskSpec } from '@/lib/swarm/engine-types'
import { madeAt, meta } from './meta'

type Wish = {
  ID?: string
  slot?: number
  nodeId?: string
  state?: string
  desired?: string
  error?: string
  exitCode?: number
  createdAt?: string
  since?: string
  /** What it was made from, when that is not the service's present spec. */
  spec?: TaskSpec
}

/** A running task of the service in slot 1, made from its present spec, unless asked otherwise. */
export function task(of: Service, wish: Wish = {}): Task {
  const { slot = 1, nodeId, state = 'running', desired = 'running', error, exitCode, createdAt = madeAt } = wish
  return {
    ID: wish.ID ?? `task-${of.Spec.Name}-${slot}`,
    ...meta(10, createdAt),
    Spec: wish.spec ?? of.Spec.TaskTemplate,
    ServiceID: of.ID,
    ...(of.Spec.Mode?.Global ? {} : { Slot: slot }),
    ...(nodeId && { NodeID: nodeId }),
    Status: {
      Timestamp: wish.since ?? createdAt,
      State: state,
      ...(error && { Err: error }),
      ContainerStatus: { ContainerID: `container-${wish.ID ?? slot}`, ExitCode: exitCode ?? 0 },
    },
    DesiredState: desired,
  }
}
