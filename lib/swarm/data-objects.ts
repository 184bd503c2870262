import type { DataObjectKind, Usage } from '@/lib/contract/data-objects'
import { familyOf } from '@/lib/rotation/family'
import { engineTime } from './engine-time'
import type { Config, Secret } from './engine-types'
import { versionNames } from './families'
import { type Snapshot, stackOf } from './snapshot'
import { usagesOf } from './usages'

/** What configs and secrets have in common, which is all but the content. */
export function dataObjectRow(snapshot: Snapshot, kind: DataObjectKind, object: Config | Secret) {
  const { Name, Labels } = object.Spec
  const family = familyOf(object.Spec)
  return {
    id: Name,
    objectId: object.ID,
    name: Name,
    stack: stackOf(Labels),
    labels: Labels ?? {},
    createdAt: engineTime(object.CreatedAt) ?? 0,
    updatedAt: engineTime(object.UpdatedAt) ?? 0,
    usedBy: usagesOf(snapshot, kind, object.ID),
    family,
    versions: versionNames(snapshot[kind], family),
    // A snapshot does not know of operations; see lib/live/topics/tables.ts.
    rotated: null,
  }
}

/**
 * Every use blocks the removal. The engine itself refuses only for present specs; it would let an object go that a
 * rollback needs, and the rollback would then leave the service down.
 */
export function blockersOf(row: { usedBy: Usage[] }): Usage[] {
  return row.usedBy
}
