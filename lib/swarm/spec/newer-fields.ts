import type { ContainerSpec, Mount, Privileges, ServiceSpec } from '@/lib/swarm/engine-types'

/**
 * A spec without what an API version does not have: the engine drops it without a word. Only for versions that we
 * support, 1.41 and later. Source: moby, api/server/router/swarm/helpers.go; an engine of its own time does not know
 * the fields at all.
 */
export function withoutNewerFields(spec: ServiceSpec, apiVersion: string): ServiceSpec {
  const isBefore = (minor: number) => isOlder(apiVersion, minor)
  const { ContainerSpec, Resources, ...task } = spec.TaskTemplate
  const resources = isBefore(52) && Resources ? without(Resources, 'SwapBytes', 'MemorySwappiness') : Resources
  return {
    ...spec,
    TaskTemplate: {
      ...task,
      ...(ContainerSpec && { ContainerSpec: olderContainer(ContainerSpec, isBefore) }),
      ...(resources && { Resources: resources }),
    },
  }
}

type IsBefore = (minor: number) => boolean

function olderContainer(container: ContainerSpec, isBefore: IsBefore): ContainerSpec {
  const { Healthcheck, Privileges, Mounts } = container
  return {
    ...(isBefore(46) ? without(container, 'OomScoreAdj') : container),
    ...(Healthcheck && isBefore(44) && { Healthcheck: without(Healthcheck, 'StartInterval') }),
    ...(Privileges && isBefore(44) && { Privileges: olderPrivileges(Privileges) }),
    ...(Mounts && { Mounts: Mounts.map((mount) => olderMount(mount, isBefore)) }),
  }
}

function olderPrivileges(privileges: Privileges): Privileges {
  return without(privileges, 'NoNewPrivileges', 'Seccomp', 'AppArmor')
}

function olderMount(mount: Mount, isBefore: IsBefore): Mount {
  const { VolumeOptions, TmpfsOptions } = mount
  return {
    ...mount,
    ...(VolumeOptions && isBefore(45) && { VolumeOptions: without(VolumeOptions, 'Subpath') }),
    ...(TmpfsOptions && isBefore(46) && { TmpfsOptions: without(TmpfsOptions, 'Options') }),
  }
}

function without<T extends object, K extends keyof T>(object: T, ...keys: K[]): Omit<T, K> {
  const copy = { ...object }
  for (const key of keys) delete copy[key]
  return copy
}

/** Whether a version is older than 1.`minor`. */
function isOlder(apiVersion: string, minor: number): boolean {
  const [major = 1, own = 0] = apiVersion.split('.').map(Number)
  return major < 1 || (major === 1 && own < minor)
}
