import type { DeployFile, DeployOptions } from '@/lib/contract/deploy'
import type { Resolved } from '@/lib/deploy/resolved'
import type { FoundRevision } from '@/lib/store/revisions'
import type { ServiceSpec } from '@/lib/swarm/engine-types'

/** What is sealed in a revision: enough to make the same bodies again. Files that become secrets have no data. */
export type StoredContent = {
  files: DeployFile[]
  composeFiles: string[]
  variables: Record<string, string>
  sensitiveVariables: string[]
  options: DeployOptions
  /** Null for files that were never deployed from here. */
  resolved: Resolved | null
}

export function contentOf(revision: FoundRevision): StoredContent {
  return JSON.parse(revision.content())
}

/** The specs that the stack's services had before the deployment, as the engine gave them, by name. */
export function specsBefore(revision: FoundRevision): Record<string, ServiceSpec> {
  return JSON.parse(revision.specsBefore() ?? '{}')
}
