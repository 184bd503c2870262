import type { ServiceDetail } from '@/lib/contract/services'
import { specDigest } from '@/lib/plan/digest'
import { engineTime } from './engine-time'
import type { ContainerSpec, Mount, Service, TaskSpec } from './engine-types'
import { findService } from './find'
import { networkName } from './networks'
import { nodeColumns } from './nodes'
import { serviceRow } from './services'
import type { Snapshot } from './snapshot'
import { environmentNames } from './spec/environment'
import { replicasOf } from './spec/mode'
import { healthcheckOf, milliseconds, resourcesOf, updatePolicyOf } from './spec/policies'
import { referencesOf } from './spec/references'
import { newestFirst, taskRow } from './tasks'

/** The topic `service:NAME`. Null when there is no such service. */
export function serviceDetail(snapshot: Snapshot, name: string, now: number = Date.now()): ServiceDetail | null {
  const service = findService(snapshot, name)
  if (!service) return null
  const { Spec } = service
  const template = Spec.TaskTemplate
  const tasks = [...(snapshot.tasksByService.get(service.ID) ?? [])]
  return {
    row: serviceRow(snapshot, service, now),
    createdAt: engineTime(service.CreatedAt) ?? 0,
    replicas: replicasOf(Spec),
    specDigest: specDigest(Spec),
    hasPreviousSpec: service.PreviousSpec !== undefined,
    environmentNames: environmentNames(Spec),
    labels: Spec.Labels ?? {},
    ...processOf(template.ContainerSpec ?? {}),
    mounts: mountsOf(template.ContainerSpec),
    configs: referencesOf('config', template),
    secrets: referencesOf('secret', template),
    networks: networksOf(snapshot, service),
    ...placementOf(template),
    resources: resourcesOf(template),
    healthcheck: healthcheckOf(template.ContainerSpec?.Healthcheck),
    updatePolicy: updatePolicyOf(Spec.UpdateConfig),
    rollbackPolicy: updatePolicyOf(Spec.RollbackConfig),
    restartCondition: template.RestartPolicy?.Condition ?? null,
    logDriver: template.LogDriver?.Name ?? null,
    tasks: tasks
      .sort((a, b) => (a.Slot ?? 0) - (b.Slot ?? 0) || newestFirst(a, b))
      .map((task) => taskRow(snapshot, task)),
    nodes: nodeColumns(snapshot),
  }
}

function processOf(container: ContainerSpec) {
  return {
    command: container.Command ?? [],
    args: container.Args ?? [],
    user: container.User || null,
    workingDir: container.Dir || null,
    hostname: container.Hostname || null,
    containerLabels: container.Labels ?? {},
    stopGraceMs: milliseconds(container.StopGracePeriod),
  }
}

function mountsOf(container: ContainerSpec | undefined): ServiceDetail['mounts'] {
  return (container?.Mounts ?? []).map((mount: Mount) => ({
    kind: mount.Type ?? 'volume',
    source: mount.Source || null,
    target: mount.Target,
    isReadOnly: mount.ReadOnly ?? false,
  }))
}

function networksOf(snapshot: Snapshot, { Spec }: Service): ServiceDetail['networks'] {
  // Specs written before API 1.25 have their networks beside the template.
  const attachments = Spec.TaskTemplate.Networks ?? Spec.Networks ?? []
  return attachments.map(({ Target, Aliases }) => ({
    id: Target,
    name: networkName(snapshot, Target),
    aliases: Aliases ?? [],
  }))
}

function placementOf({ Placement }: TaskSpec) {
  return {
    constraints: Placement?.Constraints ?? [],
    preferences: (Placement?.Preferences ?? []).map((preference) => preference.Spread?.SpreadDescriptor ?? ''),
    maxReplicasPerNode: Placement?.MaxReplicas || null,
  }
}
