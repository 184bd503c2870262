import type { DataObjectKind } from '@/lib/contract/data-objects'
import { AppError } from '@/lib/errors/app-error'
import { labelOf } from '@/lib/plan/label-values'
import type { Plan } from '@/lib/plan/plan'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { familyLabel, familyOf } from './family'

/** `family` is the family of each; null means that they are not versions of one thing. */
type Answer = { kind: DataObjectKind; names: readonly string[]; family: string | null }

/** Plans to note a person's answer about families on the objects themselves, where it outlives Skep. */
export function planFamily(snapshot: Snapshot, { kind, names, family }: Answer): Plan {
  const objects: (Config | Secret)[] = [...snapshot[kind].values()]
  const named = names.map((name) => {
    const object = objects.find(({ Spec }) => Spec.Name === name)
    if (!object) throw new AppError('not_found', { kind, name })
    return object
  })
  const steps = named.flatMap((object) => {
    const { Name: name, Labels } = object.Spec
    const label = family ?? familyApart(object, named)
    const was = labelOf(Labels, familyLabel)
    if (was === label) return []
    return {
      action: 'set-labels' as const,
      kind,
      name,
      id: object.ID,
      stack: stackOf(Labels),
      labels: { [familyLabel]: label },
      was: { [familyLabel]: was },
    }
  })
  if (steps.length === 0) throw new AppError('nothing_to_do', { kind, name: names.join(', ') })
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code: 'confirm-family', params: { names: [...names], family, isOne: family !== null } },
    steps,
    notes: [],
    undoes: null,
  }
}

/** The family that an object is in already, unless that is what it must not share: then one of its own. */
function familyApart(object: Config | Secret, others: readonly (Config | Secret)[]): string {
  const family = familyOf(object.Spec)
  const isShared = others.some((other) => other !== object && familyOf(other.Spec) === family)
  return isShared ? object.Spec.Name : family
}
