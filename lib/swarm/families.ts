import { groupByFamily } from '@/lib/rotation/family'
import type { Config, Secret } from './engine-types'

type DataObject = Config | Secret

const indexes = new WeakMap<ReadonlyMap<string, DataObject>, Map<string, DataObject[]>>()

/** All versions of a family, oldest first. Grouped once for each state of the objects. */
export function versionsInFamily(objects: ReadonlyMap<string, DataObject>, family: string): readonly DataObject[] {
  let index = indexes.get(objects)
  if (!index) {
    index = groupByFamily(objects.values())
    indexes.set(objects, index)
  }
  return index.get(family) ?? []
}

export function versionNames(objects: ReadonlyMap<string, DataObject>, family: string): string[] {
  return versionsInFamily(objects, family).map((version) => version.Spec.Name)
}
