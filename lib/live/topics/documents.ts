import type { ConfigRow, DataObjectKind, SecretRow } from '@/lib/contract/data-objects'
import { configDetail } from '@/lib/swarm/configs'
import { nodeDetail } from '@/lib/swarm/nodes'
import type { Touched } from '@/lib/swarm/reducer/touched'
import { secretDetail } from '@/lib/swarm/secrets'
import { serviceDetail } from '@/lib/swarm/service-detail'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { stackDetail } from '@/lib/swarm/stack-detail'
import { withDrift, withRotation } from './tables'
import type { NamedDocument, Noun } from './topic'

type SwarmNoun = Exclude<Noun, 'operation'>

const details: Record<SwarmNoun, (snapshot: Snapshot, name: string) => object | null> = {
  stack: (snapshot, name) => {
    const detail = stackDetail(snapshot, name)
    return detail && { ...detail, row: withDrift(snapshot, detail.row) }
  },
  service: (snapshot, name) => serviceDetail(snapshot, name),
  node: nodeDetail,
  config: (snapshot, name) => withRotations('config', configDetail(snapshot, name)),
  secret: (snapshot, name) => withRotations('secret', secretDetail(snapshot, name)),
}

type Versions<Row> = { row: Row; versions: Row[] }

function withRotations<Row extends ConfigRow | SecretRow, Detail extends Versions<Row>>(
  kind: DataObjectKind,
  detail: Detail | null,
): Detail | null {
  if (!detail) return null
  const versions = detail.versions.map((version) => withRotation(kind, version))
  return { ...detail, row: withRotation(kind, detail.row), versions }
}

const tableOf = { stack: 'stacks', service: 'services', node: 'nodes', config: 'configs', secret: 'secrets' } as const

export function isOfSwarm(named: NamedDocument): named is { noun: SwarmNoun; name: string } {
  return named.noun !== 'operation'
}

export function swarmDocument(snapshot: Snapshot, { noun, name }: { noun: SwarmNoun; name: string }): object | null {
  return details[noun](snapshot, name)
}

/** Whether the document may look different now. */
export function isDocumentTouched(named: { noun: SwarmNoun; name: string }, touched: Touched): boolean {
  return touched.hasNewContext || showsRow(named, touched[tableOf[named.noun]])
}

/** A config's or secret's document shows all versions, so any row of its table counts. */
export function showsRow({ noun, name }: NamedDocument, ids: Iterable<string>): boolean {
  const rows = new Set(ids)
  return noun === 'config' || noun === 'secret' ? rows.size > 0 : rows.has(name)
}
