import type { DataObjectKind } from '@/lib/contract/data-objects'
import { AppError } from '@/lib/errors/app-error'
import type { Plan } from '@/lib/plan/plan'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { familyLabel, familyOf } from './family'

/** `family` is the family of each; null means that each is one of its own. */
type Answer = { kind: DataObjectKind; names: readonly string[]; family: string | null }

/** Plans to note a person's answer about families on the objects themselves, where it outlives Skep. */
export function planFamily(snapshot: Snapshot, { kind, names, family }: Answer): Plan {
  const objects: (Config | Secret)[] = [...snapshot[kind].values()]
  const steps = names.flatMap((name) => {
    const object = objects.find(({ Spec }) => Spec.Name === name)
    if (!object) throw new AppError('not_found', { kind, name })
    const label = family ?? name
    const isNoted = object.Spec.Labels?.[familyLabel] === label
    if (isNoted) return []
    const stack = stackOf(object.Spec.Labels)
    return [{ action: 'set-labels' as const, kind, name, id: object.ID, stack, labels: { [familyLabel]: label } }]
  })
  if (steps.length === 0) throw new AppError('nothing_to_do', { kind, name: names.join(', ') })
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code: 'confirm-family', params: { names: [...names], family: family ?? names.join(', ') } },
    steps,
    notes: [],
    undoes: null,
  }
}

/** The versions that belong together now, by label or name. */
export function familyMembers(snapshot: Snapshot, kind: DataObjectKind, name: string): string[] {
  const objects: (Config | Secret)[] = [...snapshot[kind].values()]
  const object = objects.find(({ Spec }) => Spec.Name === name)
  if (!object) throw new AppError('not_found', { kind, name })
  const family = familyOf(object.Spec)
  return objects.filter(({ Spec }) => familyOf(Spec) === family).map(({ Spec }) => Spec.Name)
}
