import { imageLabel, stackLabel } from '@/lib/compose/convert/body-values'
import { type Finding, finding } from '@/lib/compose/finding'
import { type ComposeNode, childOf, entriesOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import type { Place } from '@/lib/compose/place'
import { servicesOf } from './services-of'

/** Labels that a deploy sets itself, whatever the file says. */
export function overwrittenLabels(root: MappingNode): Finding[] {
  const own = ['networks', 'volumes', 'secrets', 'configs'].flatMap((section) =>
    entriesOf(childOf(root, section)).flatMap(([key, { value }]) =>
      overwritten(childOf(value, 'labels'), `${section}.${key}.labels`, [stackLabel]),
    ),
  )
  const ofServices = servicesOf(root).flatMap(({ name, node }) => [
    ...overwritten(childOf(node, 'labels'), `services.${name}.labels`, [stackLabel]),
    ...overwritten(childOf(childOf(node, 'deploy'), 'labels'), `services.${name}.deploy.labels`, [
      stackLabel,
      imageLabel,
    ]),
  ])
  return [...ofServices, ...own]
}

function overwritten(labels: ComposeNode | undefined, path: string, names: readonly string[]): Finding[] {
  return labelPlaces(labels)
    .filter(([label]) => names.includes(label))
    .map(([label, place]) => finding('label_overwritten', place, { path, label }))
}

function labelPlaces(labels: ComposeNode | undefined): [string, Place][] {
  const entries = entriesOf(labels).map(([label, { keyPlace }]): [string, Place] => [label, keyPlace])
  const items = itemsOf(labels).flatMap((item): [string, Place][] =>
    item.kind === 'text' ? [[item.value.split('=', 1)[0] ?? '', item.place]] : [],
  )
  return [...entries, ...items]
}
