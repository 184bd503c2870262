import type { Node, ServiceSpec } from '@/lib/swarm/engine-types'

type Plugin = { type: string; name: string }

/** Plugins without which a node gets no task of the spec. Source: moby/swarmkit, manager/scheduler/filter.go. */
export function neededPlugins({ TaskTemplate }: ServiceSpec): Plugin[] {
  const drivers = (TaskTemplate.ContainerSpec?.Mounts ?? []).flatMap(({ Type, VolumeOptions }) => {
    const name = VolumeOptions?.DriverConfig?.Name
    return Type === 'volume' && name && name !== 'local' ? { type: 'Volume', name } : []
  })
  const log = TaskTemplate.LogDriver?.Name
  return log && log !== 'none' ? [...drivers, { type: 'Log', name: log }] : drivers
}

export function hasPlugins({ Description }: Node, needed: readonly Plugin[]): boolean {
  const known = Description.Engine?.Plugins ?? []
  return needed.every(({ type, name }) => {
    const ofType = known.filter((plugin) => plugin.Type === type)
    // Old engines do not tell their log drivers.
    if (type === 'Log' && ofType.length === 0) return true
    return ofType.some((plugin) => plugin.Name === name || plugin.Name === `${name}:latest`)
  })
}
