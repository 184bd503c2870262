import type { ConfigDetail, ConfigRow, ContentFormat } from '@/lib/contract/data-objects'
import { blockersOf, dataObjectRow } from './data-objects'
import type { Config } from './engine-types'
import { findConfig } from './find'
import type { Snapshot } from './snapshot'

const formats: readonly ContentFormat[] = ['json', 'yaml', 'toml', 'ini', 'xml', 'text', 'binary']

/** By name. */
export function configRows(snapshot: Snapshot): ConfigRow[] {
  return [...snapshot.config.values()]
    .map((config) => configRow(snapshot, config))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

export function configRow(snapshot: Snapshot, config: Config): ConfigRow {
  return {
    ...dataObjectRow(snapshot, 'config', config),
    sizeBytes: config.Content?.SizeBytes ?? null,
    contentSha256: config.Content?.Sha256 ?? null,
    format: formatOf(config.Content?.Format),
    templating: config.Spec.Templating?.Name ?? null,
  }
}

/** The topic `config:NAME`. Null when there is no such config. */
export function configDetail(snapshot: Snapshot, name: string): ConfigDetail | null {
  const config = findConfig(snapshot, name)
  if (!config) return null
  const row = configRow(snapshot, config)
  const versions = row.versions.map((version) => findConfig(snapshot, version)).filter((found) => found !== null)
  return { row, versions: versions.map((version) => configRow(snapshot, version)), blockers: blockersOf(row) }
}

function formatOf(word: string | undefined): ContentFormat | null {
  return formats.find((format) => format === word) ?? null
}
