import { finding } from '@/lib/compose/finding'
import type { StackModel, VolumeModel } from '@/lib/compose/load/model'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { MountBody } from './bodies'
import { compact, int64OrAbsent, labelled, recordOrAbsent, scoped, textOrAbsent, trueOrAbsent } from './body-values'

type MountContext = { stack: string; service: string; model: StackModel }

const optionKinds = ['bind', 'volume', 'tmpfs'] as const

/** Which options each type of mount takes; others are refused. npipe takes those of bind. */
const optionsByType = new Map<string, readonly string[]>([
  ['volume', ['volume']],
  ['bind', ['bind']],
  ['tmpfs', ['tmpfs']],
  ['npipe', ['bind']],
  ['cluster', []],
  // No engine takes an image mount; the CLI sends it all the same.
  ['image', []],
])

/** Source: docker/cli, cli/compose/convert/volume.go. */
export function convertMount(volume: VolumeModel, context: MountContext): MountBody {
  const { service } = context
  const type = volume.type === '' ? 'volume' : volume.type
  const refuse = (code: MountRefusal, params = {}) => {
    throw new ComposeRefusal([finding(code, volume.place, { service, type, ...params })])
  }
  const allowed = optionsByType.get(type)
  if (!allowed) return refuse('mount_type_unknown')
  if (type === 'tmpfs' && volume.source !== '') refuse('tmpfs_with_source')
  if (['npipe', 'cluster', 'image'].includes(type) && volume.source === '') refuse('mount_without_source')
  const unfit = optionKinds.find((kind) => volume[kind] !== null && !allowed.includes(kind))
  if (unfit) refuse('mount_options_unfit', { options: unfit })

  if (type === 'volume') return volumeMount(volume, context)
  if (type === 'cluster') return clusterMount(volume, context)
  return compact<MountBody>({
    ...baseOf(volume),
    BindOptions: volume.bind ? compact({ Propagation: textOrAbsent(volume.bind.propagation) }) : undefined,
    TmpfsOptions: volume.tmpfs ? compact({ SizeBytes: int64OrAbsent(volume.tmpfs.sizeBytes) }) : undefined,
  })
}

type MountRefusal = 'mount_type_unknown' | 'tmpfs_with_source' | 'mount_without_source' | 'mount_options_unfit'

function baseOf(volume: VolumeModel): MountBody {
  return compact<MountBody>({
    Type: textOrAbsent(volume.type),
    Source: textOrAbsent(volume.source),
    Target: textOrAbsent(volume.target),
    ReadOnly: trueOrAbsent(volume.isReadOnly),
    Consistency: textOrAbsent(volume.consistency),
  })
}

/** An anonymous volume has no options at all, an external one no labels and no driver. */
function volumeMount(volume: VolumeModel, context: MountContext): MountBody {
  if (volume.source === '') return baseOf(volume)
  const named = context.model.volumes.get(volume.source) ?? refuseUndefined(volume, context)
  const hasDriver = named.driver !== '' || named.driverOptions !== null
  const driver = compact({ Name: textOrAbsent(named.driver), Options: recordOrAbsent(named.driverOptions) })
  return {
    ...baseOf(volume),
    Source: named.name || scoped(context.stack, volume.source),
    VolumeOptions: compact({
      NoCopy: trueOrAbsent(volume.volume?.isNoCopy ?? false),
      Labels: named.isExternal ? undefined : labelled(context.stack, named.labels),
      Subpath: textOrAbsent(volume.volume?.subpath ?? ''),
      DriverConfig: hasDriver && !named.isExternal ? driver : undefined,
    }),
  }
}

function clusterMount(volume: VolumeModel, context: MountContext): MountBody {
  const isGroup = volume.source.startsWith('group:')
  const named = isGroup ? null : (context.model.volumes.get(volume.source) ?? refuseUndefined(volume, context))
  const source = named ? named.name || scoped(context.stack, volume.source) : volume.source
  return { ...baseOf(volume), Source: source, ClusterOptions: {} }
}

function refuseUndefined(volume: VolumeModel, { service }: MountContext): never {
  throw new ComposeRefusal([finding('undefined_volume', volume.place, { service, name: volume.source })])
}
