/** What the content of a config looks like; `binary` is everything that is not UTF-8 text. */
export type ContentFormat = 'json' | 'yaml' | 'toml' | 'ini' | 'xml' | 'text' | 'binary'

/** One service's need of a config or secret. */
export type Usage = {
  serviceName: string
  serviceId: string
  stack: string | null
  /** Path in the container; null where only a task of an earlier spec still has it. */
  target: string | null
  uid: string | null
  gid: string | null
  mode: number | null
  /** `spec`: uses it now. `previous`: a rollback would need it. `task`: a task that still runs has it. */
  by: 'spec' | 'previous' | 'task'
}

/** How a version came into use, where a rotation of ours did it. */
export type RotationNote = { operationId: string; actorName: string; at: number }

type DataObjectRow = {
  /** The name, which is what URLs carry. */
  id: string
  objectId: string
  name: string
  stack: string | null
  labels: Record<string, string>
  createdAt: number
  updatedAt: number
  usedBy: Usage[]
  /** The name without its version; see lib/rotation/family.ts. */
  family: string
  /** Names of all versions of the family, oldest first, this one included. */
  versions: string[]
  /** The last rotation to this version; null where Skep has made none. */
  rotated: RotationNote | null
}

/** A row of the topic `configs`. Size and hash are known once the watcher has seen the content, which it does not keep. */
export type ConfigRow = DataObjectRow & {
  sizeBytes: number | null
  contentSha256: string | null
  format: ContentFormat | null
  /** The engine fills in templates when the config has a driver. */
  templating: string | null
}

/** A row of the topic `secrets`. Nothing about the value: no size, no hash. */
export type SecretRow = DataObjectRow & { driver: string | null }

export type DataObjectKind = 'config' | 'secret'

/** The topics `config:NAME` and `secret:NAME`. `blockers` says why it cannot be removed; empty means that it can. */
export type ConfigDetail = { row: ConfigRow; versions: ConfigRow[]; blockers: Usage[] }
export type SecretDetail = { row: SecretRow; versions: SecretRow[]; blockers: Usage[] }

/** The answer of `GET /api/configs/NAME/content`. */
export type ConfigContent = {
  name: string
  /** The bytes, for text as for binary; the page decodes them. */
  dataBase64: string
  sizeBytes: number
  sha256: string
  format: ContentFormat
}
