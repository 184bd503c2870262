import { finding } from '@/lib/compose/finding'
import { absolutePath, isWindowsAbsolute } from '@/lib/compose/formats/paths'
import { parseShortVolume } from '@/lib/compose/formats/short-volume'
import { type ComposeNode, childOf, itemsOf, type MappingNode, type TextNode } from '@/lib/compose/parse/compose-node'
import type { LoadContext } from './context'
import { booleanOf, integerOf, looseChildOf, orNull, refuse, textOf } from './decode'
import type { VolumeModel } from './model'

/** The mounts of a service, in the order of the file, with the sources of bind mounts as absolute paths. */
export function loadVolumes(node: ComposeNode, context: LoadContext): VolumeModel[] {
  return itemsOf(node).map((item) => {
    const volume = item.kind === 'text' ? shortVolume(item, context) : longVolume(item)
    return volume.type === 'bind' ? { ...volume, source: bindSource(volume, item, context) } : volume
  })
}

function shortVolume(node: TextNode, context: LoadContext): VolumeModel {
  const parsed = parseShortVolume(node.value)
  if ('problem' in parsed) return refuse('volume_invalid', node, { problem: parsed.problem })
  const { ignoredOptions } = parsed
  if (ignoredOptions.length > 0)
    context.report(finding('volume_options_ignored', node.place, { options: ignoredOptions }))
  return { ...parsed.volume, place: node.place }
}

function longVolume(node: ComposeNode): VolumeModel {
  if (node.kind !== 'mapping') return refuse('decode_wrong_type', node, { expected: 'volume' })
  return {
    type: textOf(childOf(node, 'type')),
    source: textOf(childOf(node, 'source')),
    target: textOf(childOf(node, 'target')),
    isReadOnly: booleanOf(childOf(node, 'read_only')),
    consistency: textOf(childOf(node, 'consistency')),
    ...optionsOf(node),
    place: node.place,
  }
}

function optionsOf(node: MappingNode): Pick<VolumeModel, 'bind' | 'volume' | 'tmpfs'> {
  return {
    bind: orNull(childOf(node, 'bind'), (bind) => ({ propagation: textOf(looseChildOf(bind, 'propagation')) })),
    volume: orNull(childOf(node, 'volume'), (volume) => ({
      isNoCopy: booleanOf(looseChildOf(volume, 'nocopy')),
      subpath: textOf(looseChildOf(volume, 'subpath')),
    })),
    tmpfs: orNull(childOf(node, 'tmpfs'), (tmpfs) => ({ sizeBytes: integerOf(looseChildOf(tmpfs, 'size')) })),
  }
}

function bindSource({ source }: VolumeModel, node: ComposeNode, { projectDir, homeDir, report }: LoadContext): string {
  if (source === '') return refuse('bind_without_source', node)
  if (source.startsWith('~') && homeDir === null) report(finding('home_unknown', node.place))
  const expanded = source.startsWith('~') && homeDir !== null ? homeDir + source.slice(1) : source
  return isWindowsAbsolute(expanded) ? expanded : absolutePath(projectDir, expanded)
}
