import { AppError } from '@/lib/errors/app-error'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { findNetwork } from '@/lib/swarm/networks'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { referencesOf } from '@/lib/swarm/spec/references'

/** Throws AppError `not_undoable` when the spec names a config, secret or network that is not there any more. */
export function requireReferences(snapshot: Snapshot, { TaskTemplate }: ServiceSpec): void {
  for (const kind of ['config', 'secret'] as const)
    for (const { id, name } of referencesOf(kind, TaskTemplate))
      if (!snapshot[kind].has(id)) throw new AppError('not_undoable', { reason: 'predecessor_removed', kind, name })
  for (const { Target } of TaskTemplate.Networks ?? [])
    if (!findNetwork(snapshot, Target))
      throw new AppError('not_undoable', { reason: 'predecessor_removed', kind: 'network', name: Target })
}
