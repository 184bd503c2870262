import { byBytes } from '@/lib/compose/byte-order'
import { stackLabel } from '@/lib/compose/convert/body-values'
import { labelsTree, optionsTree } from '@/lib/compose/write/printed-map'
import { type Branch, branch, type Tree } from '@/lib/compose/write/tree'
import type { Mount } from '@/lib/swarm/engine-types'
import { allotKeys, asKey, isOwn, keyOfName, type LiveStack } from './live-stack'

export type RebuiltVolumes = { keyOf: (mount: Mount) => string; definitions: Branch }

/**
 * The named volumes that services mount. Each mount carries the volume's definition with it, so two mounts of one
 * volume may differ; then the file has two keys with the same name.
 */
export function rebuildVolumes(stack: LiveStack): RebuiltVolumes {
  const mounts = stack.services.flatMap((spec) => spec.TaskTemplate.ContainerSpec?.Mounts ?? []).filter(isNamed)
  const byIdentity = new Map(mounts.map((mount) => [identityOf(mount, stack), mount]))
  const scopedKey = (mount: Mount) => (isOwnVolume(mount, stack) ? keyOfName(stack.name, mount.Source ?? '') : null)
  const sorted = [...byIdentity].toSorted(
    ([, a], [, b]) => (scopedKey(a) ? 0 : 1) - (scopedKey(b) ? 0 : 1) || byBytes(a.Source ?? '', b.Source ?? ''),
  )
  const keys = allotKeys(
    sorted.map(([identity]) => identity),
    (identity) => {
      const mount = byIdentity.get(identity)
      return [(mount && scopedKey(mount)) ?? asKey(mount?.Source ?? '')]
    },
  )
  const definitions = sorted.map(([identity, mount]): [string, Tree] => {
    const key = keys.get(identity) ?? ''
    const name = mount.Source ?? ''
    if (!isOwnVolume(mount, stack)) return [key, branch({ external: true, name: key === name ? undefined : name })]
    return [key, definition(mount, key === scopedKey(mount) ? undefined : name)]
  })
  return {
    keyOf: (mount) => keys.get(identityOf(mount, stack)) ?? '',
    definitions: new Map(definitions),
  }
}

/** Whether the mount is of a volume that the file must define. */
export function isNamed({ Type, Source }: Mount): boolean {
  if (!Source) return false
  return Type === 'volume' || (Type === 'cluster' && !Source.startsWith('group:'))
}

function isOwnVolume({ VolumeOptions }: Mount, stack: LiveStack): boolean {
  return isOwn(stack, VolumeOptions?.Labels)
}

function identityOf(mount: Mount, stack: LiveStack): string {
  const { Labels = {}, DriverConfig } = mount.VolumeOptions ?? {}
  const sorted = Object.entries(Labels).toSorted(([a], [b]) => byBytes(a, b))
  return JSON.stringify(isOwnVolume(mount, stack) ? [mount.Source, sorted, DriverConfig] : [mount.Source])
}

function definition({ VolumeOptions }: Mount, name: string | undefined): Tree {
  const { DriverConfig: driver, Labels } = VolumeOptions ?? {}
  const options = optionsTree(driver?.Options)
  const made = branch({
    name,
    driver: driver?.Name || undefined,
    // An empty driver differs from none, and this is how a file says so.
    driver_opts: options ?? (driver && !driver.Name ? branch({}) : undefined),
    labels: labelsTree(Labels, [stackLabel]),
  })
  return made.size === 0 ? null : made
}
