import type { DataObjectKind } from '@/lib/contract/data-objects'
import { AppError } from '@/lib/errors/app-error'
import type { Plan } from '@/lib/plan/plan'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { usagesOf } from '@/lib/swarm/usages'

/**
 * Plans the removal of one version. The engine only minds the services' present specs; it deletes what a previous spec
 * names, and a later rollback then leaves the service down. So neither a spec, nor a previous spec, nor a living task
 * may name it.
 */
export function planRemoval(snapshot: Snapshot, kind: DataObjectKind, objectId: string): Plan {
  const object = snapshot[kind].get(objectId)
  if (!object) throw new AppError('not_found', { kind, id: objectId })
  requireUnused(snapshot, kind, objectId)
  const { Name, Labels } = object.Spec
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code: kind === 'config' ? 'remove-config' : 'remove-secret', params: { name: Name } },
    steps: [{ action: 'remove-object', kind, name: Name, id: objectId, stack: stackOf(Labels) }],
    notes: [],
    undoes: null,
  }
}

/** Throws who still needs it, and how: `services` and `by` are in the same order. */
export function requireUnused(snapshot: Snapshot, kind: DataObjectKind, objectId: string): void {
  const usages = usagesOf(snapshot, kind, objectId)
  if (usages.length === 0) return
  throw new AppError('still_in_use', {
    kind,
    name: snapshot[kind].get(objectId)?.Spec.Name ?? objectId,
    services: usages.map((usage) => usage.serviceName),
    by: usages.map((usage) => usage.by),
  })
}
