import type { Config, Secret, Service } from './engine-types'
import type { Snapshot } from './snapshot'

type Named = { ID: string; Spec: { Name: string } }

/** By the map itself, which the reducer replaces when anything in it changes. */
const indexes = new WeakMap<ReadonlyMap<string, Named>, Map<string, Named>>()

function byName<T extends Named>(objects: ReadonlyMap<string, T>, name: string): T | null {
  let index = indexes.get(objects)
  if (!index) {
    index = new Map([...objects.values()].map((object) => [object.Spec.Name, object]))
    indexes.set(objects, index)
  }
  const found = index.get(name)
  // The index holds ids of this very map, so the object is a T.
  return found ? (objects.get(found.ID) ?? null) : null
}

export function findService(snapshot: Snapshot, name: string): Service | null {
  return byName(snapshot.service, name)
}

export function findConfig(snapshot: Snapshot, name: string): Config | null {
  return byName(snapshot.config, name)
}

export function findSecret(snapshot: Snapshot, name: string): Secret | null {
  return byName(snapshot.secret, name)
}
