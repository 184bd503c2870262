import { parseShortVolume } from '@/lib/compose/formats/short-volume'
import type { ReportServiceLoss } from '@/lib/compose/rebuild/loss'
import { isNamed } from '@/lib/compose/rebuild/volumes'
import { branch, branchOrAbsent, type Tree } from '@/lib/compose/write/tree'
import type { Mount } from '@/lib/swarm/engine-types'
import { stackOf } from '@/lib/swarm/snapshot'

const path = 'TaskTemplate.ContainerSpec.Mounts'

/** A mount: `source:target:options` where that says it all, else the long form. */
export function mountTree(mount: Mount, keyOf: (mount: Mount) => string, report: ReportServiceLoss): Tree {
  reportLosses(mount, report)
  const source = isNamed(mount) ? keyOf(mount) : (mount.Source ?? '')
  return shortText(mount, source) ?? longTree(mount, source)
}

function reportLosses(mount: Mount, report: ReportServiceLoss): void {
  const { Target: target, BindOptions, TmpfsOptions } = mount
  if (isOfOtherClient(mount)) report('volume_of_other_client', path, { volume: mount.Source ?? '' })
  if (BindOptions?.NonRecursive) report('bind_non_recursive', path, { target })
  if (TmpfsOptions?.Mode) report('tmpfs_mode', path, { target })
  if (TmpfsOptions?.Options?.length) report('tmpfs_options', path, { target })
}

/** A deploy gives every named volume options: those of the stack the stack's label, external ones nothing. */
function isOfOtherClient({ Type, Source, VolumeOptions }: Mount): boolean {
  if (Type !== 'volume' || !Source) return false
  const { Labels, DriverConfig } = VolumeOptions ?? {}
  return !VolumeOptions || (stackOf(Labels) === null && (Labels !== undefined || DriverConfig !== undefined))
}

/** Null where the short form would be read as something else: a letter before a colon is a Windows drive, and so on. */
function shortText(mount: Mount, source: string): string | null {
  const { Type, Target, ReadOnly, BindOptions, VolumeOptions } = mount
  if (VolumeOptions?.Subpath || !(Type === 'volume' || Type === 'bind')) return null
  const propagation = Type === 'bind' ? (BindOptions?.Propagation ?? '') : ''
  const options = [ReadOnly ? 'ro' : '', VolumeOptions?.NoCopy ? 'nocopy' : '', propagation].filter(Boolean)
  const parts = [source, Target, options.join(',')].filter(Boolean)
  const parsed = parseShortVolume(parts.join(':'))
  if (!('volume' in parsed) || parsed.ignoredOptions.length > 0) return null
  const { volume } = parsed
  const isSame =
    volume.type === Type &&
    volume.source === source &&
    volume.target === Target &&
    volume.isReadOnly === (ReadOnly ?? false) &&
    (volume.volume?.isNoCopy ?? false) === (VolumeOptions?.NoCopy ?? false) &&
    (volume.bind?.propagation ?? '') === propagation
  return isSame ? parts.join(':') : null
}

function longTree({ Type, Target, ReadOnly, BindOptions, VolumeOptions, TmpfsOptions }: Mount, source: string): Tree {
  const volume = branchOrAbsent({
    nocopy: VolumeOptions?.NoCopy || undefined,
    subpath: VolumeOptions?.Subpath || undefined,
  })
  return branch({
    // The CLI refuses a bind mount of nothing, but an empty type becomes one in the engine.
    type: Type === 'bind' && source === '' ? '' : (Type ?? 'bind'),
    source: source || undefined,
    target: Target || undefined,
    read_only: ReadOnly || undefined,
    bind: BindOptions?.Propagation ? branch({ propagation: BindOptions.Propagation }) : undefined,
    volume: Type === 'volume' ? volume : undefined,
    tmpfs: TmpfsOptions && branch({ size: TmpfsOptions.SizeBytes || undefined }),
  })
}
