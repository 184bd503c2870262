import type { SecretDetail, SecretRow } from '@/lib/contract/data-objects'
import { blockersOf, dataObjectRow } from './data-objects'
import type { Secret } from './engine-types'
import { findSecret } from './find'
import type { Snapshot } from './snapshot'

/** By name. */
export function secretRows(snapshot: Snapshot): SecretRow[] {
  return [...snapshot.secret.values()]
    .map((secret) => secretRow(snapshot, secret))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

export function secretRow(snapshot: Snapshot, secret: Secret): SecretRow {
  return { ...dataObjectRow(snapshot, 'secret', secret), driver: secret.Spec.Driver?.Name ?? null }
}

/** The topic `secret:NAME`. Null when there is no such secret. */
export function secretDetail(snapshot: Snapshot, name: string): SecretDetail | null {
  const secret = findSecret(snapshot, name)
  if (!secret) return null
  const row = secretRow(snapshot, secret)
  const versions = row.versions.map((version) => findSecret(snapshot, version)).filter((found) => found !== null)
  return { row, versions: versions.map((version) => secretRow(snapshot, version)), blockers: blockersOf(row) }
}
