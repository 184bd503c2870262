import { addedBelow, blockOf, indentBefore, startsLine } from '@/lib/compose/edit/block'
import { type Finding, finding, replacing, type TextEdit } from '@/lib/compose/finding'
import { absolutePath, isWindowsAbsolute } from '@/lib/compose/formats/paths'
import { parseShortVolume } from '@/lib/compose/formats/short-volume'
import { type ComposeNode, childOf, itemsOf, type MappingNode, type TextNode } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import { servicesOf } from './services-of'

/**
 * `./data:/data` is a folder beside the file for `docker stack deploy`, on the machine of whoever calls it. An uploaded
 * file has no folder, and the nodes have none of them: the path is only a guess, and a named volume mostly what is meant.
 * Looks at the file with its variables put in.
 */
export function relativeBinds(root: MappingNode, projectDir: string): Finding[] {
  return servicesOf(root).flatMap(({ name, node }) =>
    itemsOf(childOf(node, 'volumes')).flatMap((item) => {
      const bind = bindOf(item)
      // A home folder has a finding of its own.
      if (!bind || bind.source.startsWith('~') || isAbsolute(bind.source)) return []
      const params = {
        service: name,
        source: bind.source,
        target: bind.target,
        path: absolutePath(projectDir, bind.source),
      }
      return [finding('bind_relative', bind.node.place, params, asVolume(root, bind))]
    }),
  )
}

type Bind = {
  source: string
  target: string
  /** Where the source is written. */
  node: TextNode
  isLong: boolean
}

function bindOf(item: ComposeNode): Bind | null {
  if (item.kind === 'text') {
    const parsed = parseShortVolume(item.value)
    if ('problem' in parsed || parsed.volume.type !== 'bind') return null
    return { source: parsed.volume.source, target: parsed.volume.target, node: item, isLong: false }
  }
  const [type, source, target] = ['type', 'source', 'target'].map((key) => childOf(item, key))
  if (type?.kind !== 'text' || type.value !== 'bind' || source?.kind !== 'text' || source.value === '') return null
  return { source: source.value, target: target?.kind === 'text' ? target.value : '', node: source, isLong: true }
}

function isAbsolute(source: string): boolean {
  return source.startsWith('/') || isWindowsAbsolute(source)
}

/**
 * A volume of the folder's name, declared at the end of the file or of its `volumes`. Only where the short form is written
 * out; what has a dot is rather a file, for which a config is meant.
 */
function asVolume(root: MappingNode, { source, node, isLong }: Bind): TextEdit[] {
  const volume = source.split('/').findLast((part) => part !== '')
  const isWritten = textAt(node.place).includes(source)
  if (isLong || !isWritten || !volume || !/^[a-zA-Z0-9][a-zA-Z0-9_-]+$/.test(volume)) return []
  const declared = declaration(root, volume)
  const at = node.place.start + textAt(node.place).indexOf(source)
  return declared ? [replacing({ ...node.place, start: at, end: at + source.length }, volume), ...declared] : []
}

/** Null where only a person can write it. */
function declaration(root: MappingNode, volume: string): TextEdit[] | null {
  const volumes = root.entries.get('volumes')
  const entries = volumes?.value.kind === 'mapping' ? [...volumes.value.entries] : []
  if (entries.some(([name]) => name === volume)) return []
  const [last] = [...root.entries.values()].toReversed()
  const block = blockOf((volumes ?? last)?.keyPlace ?? root.place)
  if (!block) return null
  if (!volumes) return [addedBelow(block, `volumes:\n  ${volume}: {}\n`)]
  const first = entries[0]?.[1].keyPlace
  if (!first) return volumes.value.kind === 'null' ? [addedBelow(block, `  ${volume}: {}\n`)] : null
  return startsLine(first) ? [addedBelow(block, `${indentBefore(first)}${volume}: {}\n`)] : null
}
