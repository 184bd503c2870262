import { scoped } from '@/lib/compose/convert/body-values'
import { fitsPlatforms } from '@/lib/deploy/checks/platforms'
import type { DeployContext } from '@/lib/deploy/deploy-context'
import { canonicalJson } from '@/lib/plan/digest'
import type { Mount, Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { stackOf } from '@/lib/swarm/snapshot'
import { fitsConstraints } from '@/lib/swarm/spec/constraints'
import { modeOf } from '@/lib/swarm/spec/mode'
import { isLocalVolume, namedVolumes } from '@/lib/swarm/volumes'
import { type ObjectPlan, objectNote, objectPlan } from './object-plan'

/** Named volumes: nodes make them when a task needs one, so a manager only knows those that some spec names. */
export function planVolumes(context: DeployContext): ObjectPlan[] {
  const live = new Map<string, Mount>()
  for (const service of context.snapshot.service.values())
    for (const mount of namedVolumes(service)) if (mount.Source) live.set(mount.Source, mount)
  const wanted = wantedVolumes(context)
  return [
    ...[...wanted.keys()].toSorted().map((name) => {
      const identity = { kind: 'volume', key: keyOf(context, name), name } as const
      const uses = wanted.get(name) ?? []
      const isLost = uses.some(({ spec, mount }) => isLocalVolume(mount) && !isPinned(context, spec))
      const notes = isLost ? [objectNote('local_volume_unpinned')] : []
      if (isExternal(context, name)) return objectPlan(identity, 'external', { notes })
      const known = live.get(name)
      if (!known) return objectPlan(identity, 'create', { notes })
      const isSame = uses.every(({ mount }) => driverOf(mount) === driverOf(known))
      if (isSame) return objectPlan(identity, 'unchanged', { notes })
      return objectPlan(identity, 'shape_differs', { notes: [objectNote('driver_differs'), ...notes] })
    }),
    ...leftovers(context, wanted),
  ]
}

type Use = { spec: ServiceSpec; mount: Mount }

function wantedVolumes({ targets }: DeployContext): Map<string, Use[]> {
  const wanted = new Map<string, Use[]>()
  for (const spec of targets.values()) {
    for (const mount of spec.TaskTemplate.ContainerSpec?.Mounts ?? []) {
      if (mount.Type !== 'volume' || !mount.Source) continue
      wanted.set(mount.Source, [...(wanted.get(mount.Source) ?? []), { spec, mount }])
    }
  }
  return wanted
}

function driverOf({ VolumeOptions }: Mount): string {
  const { Name, Options = {} } = VolumeOptions?.DriverConfig ?? {}
  return canonicalJson([Name || 'local', Options])
}

/** All tasks on one node, or one that stays on each. */
function isPinned({ snapshot }: DeployContext, spec: ServiceSpec): boolean {
  const mode = modeOf(spec)
  if (mode === 'global' || mode === 'global-job') return true
  const { Constraints = [], Platforms = [] } = spec.TaskTemplate.Placement ?? {}
  const fitting = [...snapshot.node.values()].filter((node) => {
    return fitsConstraints(node, Constraints) && fitsPlatforms(node, Platforms)
  })
  return fitting.length <= 1
}

function keyOf({ stack, converted }: DeployContext, name: string): string | null {
  for (const [key, volume] of converted.loaded.model.volumes)
    if ((volume.name || scoped(stack, key)) === name) return key
  return null
}

function isExternal({ converted }: DeployContext, name: string): boolean {
  return [...converted.loaded.model.volumes.values()].some((volume) => volume.isExternal && volume.name === name)
}

/** Volumes of the stack that no service of the file mounts any more: their data stays on the nodes. */
function leftovers({ stack, live }: DeployContext, wanted: ReadonlyMap<string, Use[]>): ObjectPlan[] {
  const ownVolumes = (service: Service) =>
    namedVolumes(service).filter((mount) => stackOf(mount.VolumeOptions?.Labels) === stack)
  const names = new Set([...live.values()].flatMap(ownVolumes).map((mount) => mount.Source ?? ''))
  return [...names]
    .filter((name) => !wanted.has(name))
    .toSorted()
    .map((name) => {
      return objectPlan({ kind: 'volume', key: null, name }, 'leave', { notes: [objectNote('volume_stays')] })
    })
}
