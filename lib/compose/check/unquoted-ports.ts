import { type Finding, finding, replacing } from '@/lib/compose/finding'
import { childOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import { servicesOf } from './services-of'

/** What YAML 1.1 reads as hours, minutes and seconds: 22:22 is 1342 to it. */
const sexagesimal = /^[1-9][0-9]*:[0-5]?[0-9]$/

/** Ports without quotes that the CLI takes for what they are, and other tools for a number. */
export function unquotedPorts(root: MappingNode): Finding[] {
  return servicesOf(root).flatMap(({ name, node }) =>
    itemsOf(childOf(node, 'ports')).flatMap(({ place }, index) => {
      const written = textAt(place)
      if (!sexagesimal.test(written)) return []
      const path = `services.${name}.ports.${index}`
      return [finding('port_unquoted', place, { path, written }, [replacing(place, JSON.stringify(written))])]
    }),
  )
}
