import type { TextEdit } from '@/lib/compose/finding'
import { childOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { textAt } from '@/lib/compose/place'
import { movedIntoDeploy } from './into-deploy'

/** What a property of `docker compose` is called below `deploy`. `$` stands for its value as it is written. */
const linesByProperty = new Map([
  ['mem_limit', 'resources:\n  limits:\n    memory: $\n'],
  ['cpus', 'resources:\n  limits:\n    cpus: $\n'],
  ['pids_limit', 'resources:\n  limits:\n    pids: $\n'],
  ['mem_reservation', 'resources:\n  reservations:\n    memory: $\n'],
  ['scale', 'replicas: $\n'],
])

/** Writes a property below `deploy` that `stack deploy` knows there alone; nothing if that section has its like. */
export function asResource(service: MappingNode, property: string): TextEdit[] {
  const lines = linesByProperty.get(property)
  const value = service.entries.get(property)?.value
  if (lines === undefined || !value || value.kind === 'mapping' || value.kind === 'list') return []
  const [section = ''] = lines.split(':')
  if (childOf(service.entries.get('deploy')?.value, section)) return []
  const written = textAt(value.place)
  // Numbers of CPUs and bytes are texts in this schema.
  const isText = property !== 'pids_limit' && property !== 'scale'
  const text = isText && !/^["']/.test(written) ? JSON.stringify(written) : written
  return movedIntoDeploy(
    service,
    property,
    lines.replace('$', () => text),
  )
}
