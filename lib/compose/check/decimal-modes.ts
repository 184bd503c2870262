import { type Finding, finding, replacing } from '@/lib/compose/finding'
import { childOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import { servicesOf } from './services-of'

/** Modes like `400`, which look octal and are not: the file would get the mode 0620. */
export function decimalModes(root: MappingNode): Finding[] {
  return servicesOf(root).flatMap(({ name, node }) =>
    ['secrets', 'configs'].flatMap((section) =>
      itemsOf(childOf(node, section)).flatMap((reference, index) => {
        const mode = childOf(reference, 'mode')
        if (mode?.kind !== 'integer') return []
        const written = textAt(mode.place)
        if (!/^[0-7]{3}$/.test(written) || written.startsWith('0')) return []
        const params = {
          path: `services.${name}.${section}.${index}.mode`,
          written,
          octal: `0${mode.value.toString(8)}`,
        }
        return [finding('mode_is_decimal', mode.place, params, [replacing(mode.place, `0${written}`)])]
      }),
    ),
  )
}
