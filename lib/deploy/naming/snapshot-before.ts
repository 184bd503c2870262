import type { Moved } from '@/lib/contract/stack-files'
import { applyIntent } from '@/lib/plan/intent'
import { entryOf } from '@/lib/plan/move-variable'
import type { Config, Secret, ServiceSpec } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'

/** The swarm as it would be had these references not moved: what a file that is behind makes, still. */
export function snapshotBefore(snapshot: Snapshot, stack: string, moved: readonly Moved[]): Snapshot {
  const service = new Map(snapshot.service)
  for (const [id, { Spec, ...rest }] of snapshot.service) {
    const own = stackOf(Spec.Labels) === stack ? moved.filter(({ serviceName }) => serviceName === Spec.Name) : []
    const before = own.reduce((spec, { kind, from, to, into = kind, variable }) => {
      if (variable) return variableBefore(spec, { from, to, variable }, rest.PreviousSpec)
      const was = { kind, name: from, id: idOf(snapshot[kind].values(), from) }
      const is = { kind: into, name: to, id: null }
      return into === kind
        ? applyIntent(spec, { action: 'replace-reference', kind, from: is, to: was })
        : applyIntent(spec, { action: 'move-reference', from: is, to: was, targets: [] })
    }, Spec)
    service.set(id, { ...rest, Spec: before })
  }
  const ofStack = [...service.values()].filter(({ Spec }) => stackOf(Spec.Labels) === stack)
  return { ...snapshot, service, servicesByStack: new Map(snapshot.servicesByStack).set(stack, ofStack) }
}

type Variable = Pick<Moved, 'from' | 'to'> & { variable: NonNullable<Moved['variable']> }

/** Its value is in the previous spec, or nowhere any more: then the file is what it will be. */
function variableBefore(spec: ServiceSpec, { from, to, variable }: Variable, previous: ServiceSpec | undefined) {
  if (!previous || entryOf(previous.TaskTemplate, from) === null) return spec
  const { fileName: fileVariable, target } = variable
  const secret = { name: to, id: null }
  const intent = { action: 'move-variable', variable: from, fileVariable, target, secret, isBack: true } as const
  return applyIntent(spec, intent, previous)
}

function idOf(objects: Iterable<Config | Secret>, name: string): string | null {
  for (const { ID, Spec } of objects) if (Spec.Name === name) return ID
  return null
}
