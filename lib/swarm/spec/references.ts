import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { ReferenceView } from '@/lib/contract/services'
import type { ContainerSpec, FileTarget } from '@/lib/swarm/engine-types'

/** Where the engine puts a file whose target is a bare name (docker/cli, opts/secret.go and opts/config.go). */
const folder: Record<DataObjectKind, string> = { config: '/', secret: '/run/secrets/' }

/** World-readable, as the engine does when nothing is said. */
const defaultMode = 0o444

/** What has references: the template of a live service, of a task, or of a service that is about to be sent. */
export type Referring = { ContainerSpec?: Pick<ContainerSpec, 'Configs' | 'Secrets'> }

/** The configs or secrets that tasks of this spec get, with their paths in the container. */
export function referencesOf(kind: DataObjectKind, template: Referring): ReferenceView[] {
  const container = template.ContainerSpec
  if (kind === 'config') {
    return (container?.Configs ?? []).map((config) => view(kind, config.ConfigID, config.ConfigName, config.File))
  }
  return (container?.Secrets ?? []).map((secret) => view(kind, secret.SecretID, secret.SecretName, secret.File))
}

/** A reference without a file is a credential spec: the engine reads it, no path shows it. */
function view(kind: DataObjectKind, id: string, name: string, file: FileTarget | undefined): ReferenceView {
  const path = file?.Name ?? ''
  const target = path === '' || path.startsWith('/') ? path : folder[kind] + path
  return { id, name, target, uid: file?.UID ?? '0', gid: file?.GID ?? '0', mode: file?.Mode ?? defaultMode }
}
