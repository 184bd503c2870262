import { imageLabel, stackLabel } from '@/lib/compose/convert/body-values'
import type { ReportServiceLoss } from '@/lib/compose/rebuild/loss'
import { labelsTree } from '@/lib/compose/write/printed-map'
import { type Branch, branch, branchOrAbsent, type Tree } from '@/lib/compose/write/tree'
import { bytesText, cpusText, durationText, wholeTree } from '@/lib/compose/write/value-texts'
import type { Resources, ServiceSpec, TaskSpec, UpdateConfig } from '@/lib/swarm/engine-types'

/** The `deploy` section; absent where all is as a deploy makes it without one. */
export function deployTree(spec: ServiceSpec, report: ReportServiceLoss): Branch | undefined {
  const { TaskTemplate, EndpointSpec } = spec
  return branchOrAbsent({
    ...modeEntries(spec, report),
    endpoint_mode: EndpointSpec?.Mode === 'dnsrr' ? 'dnsrr' : undefined,
    labels: labelsTree(spec.Labels, [stackLabel, imageLabel]),
    placement: placementTree(TaskTemplate.Placement),
    resources: resourcesTree(TaskTemplate.Resources, report),
    restart_policy: restartTree(TaskTemplate.RestartPolicy),
    update_config: updateTree(spec.UpdateConfig),
    rollback_config: updateTree(spec.RollbackConfig),
  })
}

function modeEntries({ Mode = {} }: ServiceSpec, report: ReportServiceLoss): Record<string, Tree | undefined> {
  const { Replicated, Global, ReplicatedJob, GlobalJob } = Mode
  if (Global) return { mode: 'global' }
  if (GlobalJob) return { mode: 'global-job' }
  if (!ReplicatedJob) return { replicas: Replicated?.Replicas === 1 ? undefined : Replicated?.Replicas }
  const { MaxConcurrent = 1, TotalCompletions = 1 } = ReplicatedJob
  if (MaxConcurrent !== TotalCompletions)
    report('job_concurrency', 'Mode.ReplicatedJob', { concurrent: MaxConcurrent, completions: TotalCompletions })
  return { mode: 'replicated-job', replicas: TotalCompletions === 1 ? undefined : TotalCompletions }
}

function placementTree(placement: TaskSpec['Placement']): Tree | undefined {
  const { Constraints = [], Preferences = [], MaxReplicas = 0 } = placement ?? {}
  return branchOrAbsent({
    constraints: Constraints.length > 0 ? Constraints : undefined,
    preferences:
      Preferences.length > 0
        ? Preferences.map(({ Spread }) => branch({ spread: Spread?.SpreadDescriptor ?? '' }))
        : undefined,
    max_replicas_per_node: MaxReplicas || undefined,
  })
}

/** Empty limits and reservations differ from none. */
function resourcesTree(resources: TaskSpec['Resources'], report: ReportServiceLoss): Tree | undefined {
  const { Limits, Reservations, SwapBytes, MemorySwappiness } = resources ?? {}
  if (SwapBytes !== undefined || MemorySwappiness !== undefined) report('swap', 'TaskTemplate.Resources')
  return branchOrAbsent({
    limits: Limits && amountTree(Limits, report),
    reservations: Reservations && amountTree(Reservations, report),
  })
}

function amountTree({ NanoCPUs, MemoryBytes, Pids, GenericResources }: Resources, report: ReportServiceLoss): Tree {
  for (const { NamedResourceSpec } of GenericResources ?? [])
    if (NamedResourceSpec)
      report('named_resource', 'TaskTemplate.Resources.Reservations', { kind: NamedResourceSpec.Kind ?? '' })
  const discrete = (GenericResources ?? []).flatMap(({ DiscreteResourceSpec: spec }) =>
    spec
      ? branch({ discrete_resource_spec: branch({ kind: spec.Kind || undefined, value: spec.Value || undefined }) })
      : [],
  )
  return branch({
    cpus: NanoCPUs ? cpusText(NanoCPUs) : undefined,
    memory: MemoryBytes ? bytesText(MemoryBytes) : undefined,
    pids: Pids || undefined,
    generic_resources: discrete.length > 0 ? discrete : undefined,
  })
}

/** A policy differs from none, even one that says what none means. */
function restartTree(policy: TaskSpec['RestartPolicy']): Tree | undefined {
  if (!policy) return undefined
  const { Condition = 'any', Delay, MaxAttempts = 0, Window } = policy
  const entries = {
    delay: Delay === undefined ? undefined : durationText(Delay),
    max_attempts: MaxAttempts ? wholeTree(MaxAttempts) : undefined,
    window: Window === undefined ? undefined : durationText(Window),
  }
  const isBare = Object.values(entries).every((entry) => entry === undefined)
  return branch({ condition: Condition === 'any' && !isBare ? undefined : Condition, ...entries })
}

function updateTree(config: UpdateConfig | undefined): Tree | undefined {
  if (!config) return undefined
  const { Parallelism = 0, Delay, FailureAction, Monitor, MaxFailureRatio, Order } = config
  const entries = {
    delay: Delay ? durationText(Delay) : undefined,
    failure_action: FailureAction === 'pause' ? undefined : FailureAction || undefined,
    monitor: Monitor ? durationText(Monitor) : undefined,
    max_failure_ratio: MaxFailureRatio || undefined,
    order: Order === 'stop-first' ? undefined : Order || undefined,
  }
  const isBare = Object.values(entries).every((entry) => entry === undefined)
  return branch({ parallelism: Parallelism === 1 && !isBare ? undefined : Parallelism, ...entries })
}
