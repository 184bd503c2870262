import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Moved } from '@/lib/contract/stack-files'
import type { Step } from '@/lib/plan/plan'
import type { Service } from '@/lib/swarm/engine-types'
import { referencesOf } from '@/lib/swarm/spec/references'

/** What these steps move, by stack. Services that belong to none have no file. */
export function movedByStack(steps: readonly Step[]): Map<string, Moved[]> {
  const byStack = new Map<string, Moved[]>()
  for (const step of steps) {
    if (step.action !== 'replace-reference' || step.stack === null) continue
    const { kind, serviceName, from, to, stack } = step
    const moved = byStack.get(stack) ?? []
    moved.push({ kind, serviceName, from: from.name, to: to.name })
    byStack.set(stack, moved)
  }
  return byStack
}

/** The names that a service uses once its references have moved, by target. A watcher may be behind by a moment. */
export function namesAfter({ Spec }: Service, kind: DataObjectKind, moved: readonly Moved[]): Map<string, string> {
  const own = moved.filter((one) => one.kind === kind && one.serviceName === Spec.Name)
  return new Map(
    referencesOf(kind, Spec.TaskTemplate).map(({ target, name }) => [
      target,
      own.find(({ from }) => from === name)?.to ?? name,
    ]),
  )
}
