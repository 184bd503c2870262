import type { Node, Resources, Task } from '@/lib/swarm/engine-types'
import { isWanted } from '@/lib/swarm/tasks'

/** How many tasks more a node has room for by resources that people have named (`generic_resources`). */
export function genericRoom({ Description }: Node, needed: Resources | undefined, tasks: readonly Task[]): number {
  const wanted = amounts(needed)
  if (wanted.size === 0) return Number.POSITIVE_INFINITY
  const has = amounts(Description.Resources)
  const held = tasks.filter(isWanted).map((task) => amounts(task.Spec.Resources?.Reservations))
  const rooms = [...wanted].map(([kind, each]) => {
    const free = (has.get(kind) ?? 0) - held.reduce((sum, amount) => sum + (amount.get(kind) ?? 0), 0)
    return each > 0 ? free / each : Number.POSITIVE_INFINITY
  })
  return Math.min(...rooms)
}

/** By kind. Of resources that have names of their own, each counts as one. */
function amounts(resources: Resources | undefined): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { DiscreteResourceSpec, NamedResourceSpec } of resources?.GenericResources ?? []) {
    const kind = DiscreteResourceSpec?.Kind ?? NamedResourceSpec?.Kind
    if (kind !== undefined) sums.set(kind, (sums.get(kind) ?? 0) + (DiscreteResourceSpec?.Value ?? 1))
  }
  return sums
}
