import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Moved } from '@/lib/contract/stack-files'
import { sidesOf } from '@/lib/plan/intent'
import type { Step } from '@/lib/plan/plan'
import type { Service } from '@/lib/swarm/engine-types'
import { referencesOf } from '@/lib/swarm/spec/references'

/** What these steps move, by stack. Services that belong to none have no file. */
export function movedByStack(steps: readonly Step[]): Map<string, Moved[]> {
  const byStack = new Map<string, Moved[]>()
  for (const step of steps) {
    if (step.action === 'move-variable' && step.stack !== null) {
      const { variable: from, fileVariable: fileName, target, secret, isBack, serviceName } = step
      const moved = {
        kind: 'secret' as const,
        serviceName,
        from,
        to: secret.name,
        variable: { fileName, target, isBack },
      }
      byStack.set(step.stack, [...(byStack.get(step.stack) ?? []), moved])
    }
    if ((step.action !== 'replace-reference' && step.action !== 'move-reference') || step.stack === null) continue
    const { from, to } = sidesOf(step)
    const moved = { kind: from.kind, serviceName: step.serviceName, from: from.name, to: to.name }
    const into = to.kind === from.kind ? {} : { into: to.kind }
    byStack.set(step.stack, [...(byStack.get(step.stack) ?? []), { ...moved, ...into }])
  }
  return byStack
}

/** The names that a service uses once its references have moved, by target. A watcher may be behind by a moment. */
export function namesAfter({ Spec }: Service, kind: DataObjectKind, moved: readonly Moved[]): Map<string, string> {
  const own = moved.filter((one) => !one.variable && one.kind === kind && one.serviceName === Spec.Name)
  return new Map(
    referencesOf(kind, Spec.TaskTemplate).map(({ target, name }) => [
      target,
      own.find(({ from }) => from === name)?.to ?? name,
    ]),
  )
}
