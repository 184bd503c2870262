import { yamlText } from '@/lib/compose/edit/yaml-text'
import { type Finding, finding, replacing, type TextEdit } from '@/lib/compose/finding'
import { childOf, entriesOf, itemsOf, type MappingNode, type TextNode } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import { servicesOf } from './services-of'

/**
 * `v:/data` is no volume `v`: a single letter before a colon is a Windows drive, so all of it is the path of an anonymous
 * volume, and with `:ro` behind it a bind mount on `ro`. The long form means what is written.
 */
export function oneLetterVolumes(root: MappingNode, minor: number): Finding[] {
  return servicesOf(root).flatMap(({ name, node }) =>
    itemsOf(childOf(node, 'volumes')).flatMap((item) => {
      const match = item.kind === 'text' ? /^([a-zA-Z]):(\/[^:]*)(?::([^:]*))?$/.exec(item.value) : null
      if (item.kind !== 'text' || !match) return []
      const [, volume = '', target = '', options] = match
      const params = { service: name, volume, target }
      const isDeclared = entriesOf(childOf(root, 'volumes')).some(([key]) => key === volume)
      const edits = isDeclared && minor >= 2 ? asLongForm(item, { volume, target, options }) : []
      return [finding('volume_of_one_letter', item.place, params, edits)]
    }),
  )
}

type Mount = { volume: string; target: string; options: string | undefined }

function asLongForm(item: TextNode, { volume, target, options }: Mount): TextEdit[] {
  const words = options === undefined ? [] : options.split(',')
  const isClear = words.every((word) => ['ro', 'rw', 'nocopy'].includes(word))
  // What comes from an alias or a variable is not written here.
  const isWritten = textAt(item.place).includes(item.value)
  if (!isClear || !isWritten) return []
  const readOnly = words.includes('ro') ? ', read_only: true' : ''
  const noCopy = words.includes('nocopy') ? ', volume: {nocopy: true}' : ''
  const text = `{type: volume, source: ${volume}, target: ${yamlText(target)}${readOnly}${noCopy}}`
  return [replacing(item.place, text)]
}
