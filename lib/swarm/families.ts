import { addTo } from './add-to'
import { engineTime } from './engine-time'
import type { Config, Secret } from './engine-types'

type DataObject = Config | Secret

const indexes = new WeakMap<ReadonlyMap<string, DataObject>, Map<string, string[]>>()

/** The name without its version: `db_password_v2` is a version of `db_password`. */
export function familyOf(name: string): string {
  return name.replace(/[-_.]?v\d+$/, '') || name
}

/** Names of all versions of the object's family, oldest first, its own included. */
export function versionsOf(objects: ReadonlyMap<string, DataObject>, name: string): string[] {
  let index = indexes.get(objects)
  if (!index) {
    index = new Map()
    const oldestFirst = [...objects.values()].sort((a, b) => madeAt(a) - madeAt(b) || a.Version.Index - b.Version.Index)
    for (const { Spec } of oldestFirst) {
      addTo(index, familyOf(Spec.Name), Spec.Name)
    }
    indexes.set(objects, index)
  }
  return index.get(familyOf(name)) ?? [name]
}

function madeAt(object: DataObject): number {
  return engineTime(object.CreatedAt) ?? 0
}
