import { engineTime } from '@/lib/swarm/engine-time'
import type { Annotations, Meta } from '@/lib/swarm/engine-types'
import { parseVersionName } from './version-name'

/** On every successor that we make: its family keeps together whatever the versions are called. */
export const familyLabel = 'io.skep.family'

/** The predecessor's name, on a successor. */
export const replacesLabel = 'io.skep.replaces'

/** The config that a secret was made of, on that secret. */
export const movedFromLabel = 'io.skep.moved-from'

/** The environment variable that a secret was made of, on that secret. */
export const movedVariableLabel = 'io.skep.moved-from-variable'

/** The id of the operation that made the object, by which a create with a lost answer is found again. */
export const operationLabel = 'io.skep.operation'

type Versioned = Pick<Meta, 'CreatedAt'> & { Spec: Annotations }

/** The name that all versions of one logical config or secret share: by our label, else by the way its name is built. */
export function familyOf({ Name, Labels }: Annotations): string {
  const labelled = Labels && Object.hasOwn(Labels, familyLabel) ? Labels[familyLabel] : null
  return labelled || parseVersionName(Name).base
}

/** All objects of one kind by family, the versions of each oldest first. */
export function groupByFamily<T extends Versioned>(objects: Iterable<T>): Map<string, T[]> {
  const families = new Map<string, T[]>()
  for (const object of objects) {
    const family = familyOf(object.Spec)
    const versions = families.get(family)
    if (versions) versions.push(object)
    else families.set(family, [object])
  }
  for (const versions of families.values()) versions.sort(byAge)
  return families
}

/** The versions of one family, oldest first. */
export function versionsOf<T extends Versioned>(objects: Iterable<T>, family: string): T[] {
  return [...objects].filter((object) => familyOf(object.Spec) === family).sort(byAge)
}

/** Scripts make several versions within one millisecond, the most that we read of a time: then the names decide. */
function byAge(a: Versioned, b: Versioned): number {
  const difference = (engineTime(a.CreatedAt) ?? 0) - (engineTime(b.CreatedAt) ?? 0)
  return difference || a.Spec.Name.localeCompare(b.Spec.Name, 'en', { numeric: true })
}
