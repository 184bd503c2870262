import { configDetail } from '@/lib/swarm/configs'
import { nodeDetail } from '@/lib/swarm/nodes'
import type { Touched } from '@/lib/swarm/reducer/touched'
import { secretDetail } from '@/lib/swarm/secrets'
import { serviceDetail } from '@/lib/swarm/service-detail'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { stackDetail } from '@/lib/swarm/stack-detail'
import { withDrift } from './tables'
import type { NamedDocument, Noun } from './topic'

type SwarmNoun = Exclude<Noun, 'operation'>

const details: Record<SwarmNoun, (snapshot: Snapshot, name: string) => object | null> = {
  stack: (snapshot, name) => {
    const detail = stackDetail(snapshot, name)
    return detail && { ...detail, row: withDrift(snapshot, detail.row) }
  },
  service: (snapshot, name) => serviceDetail(snapshot, name),
  node: nodeDetail,
  config: configDetail,
  secret: secretDetail,
}

const tableOf = { stack: 'stacks', service: 'services', node: 'nodes', config: 'configs', secret: 'secrets' } as const

export function isOfSwarm(named: NamedDocument): named is { noun: SwarmNoun; name: string } {
  return named.noun !== 'operation'
}

export function swarmDocument(snapshot: Snapshot, { noun, name }: { noun: SwarmNoun; name: string }): object | null {
  return details[noun](snapshot, name)
}

/** Whether the document may look different now. A config's shows all versions, so any touched row of its table counts. */
export function isDocumentTouched({ noun, name }: { noun: SwarmNoun; name: string }, touched: Touched): boolean {
  if (touched.hasNewContext) return true
  const rows = touched[tableOf[noun]]
  return noun === 'config' || noun === 'secret' ? rows.size > 0 : rows.has(name)
}
