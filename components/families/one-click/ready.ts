import type { PlannedRotation } from '@/lib/contract/policies'
import { isUpdateStep, type Plan } from '@/lib/plan/plan'
import type { SecretRecipe } from '@/lib/rotation/value/generate-secret'

/** A rotation that one click can begin: there is a plan, and a policy that says how the value is made. */
export type ReadyRotation = { name: string; successor: string; plan: Plan; digest: string; recipe: SecretRecipe }

export function readyRotation(planned: PlannedRotation): ReadyRotation | null {
  const { name, plan, digest, policy } = planned
  if (!plan || !policy?.recipe) return null
  return { name, successor: String(plan.title.params.successor), plan, digest, recipe: policy.recipe }
}

/** Services that it changes, and has for itself meanwhile. */
export function servicesOf({ plan }: Pick<ReadyRotation, 'plan'>): string[] {
  return [...new Set(plan.steps.filter(isUpdateStep).map((step) => step.serviceName))]
}

/** Those that can begin while these services are being changed: no two of them, nor one of the others, change the same. */
export function freeToBegin(waiting: readonly ReadyRotation[], busy: Iterable<string>): ReadyRotation[] {
  const taken = new Set(busy)
  return waiting.filter((rotation) => {
    const services = servicesOf(rotation)
    const isFree = services.every((service) => !taken.has(service))
    // Those behind one that waits wait for it, too: the order is the one that was shown.
    for (const service of services) taken.add(service)
    return isFree
  })
}

/** Whether a plan that was made again does what the approved one does: to the same services, under the same name. */
export function isSameIntent(approved: ReadyRotation, again: ReadyRotation | null): again is ReadyRotation {
  const intent = ({ successor, plan }: ReadyRotation) =>
    [successor, ...plan.steps.filter(isUpdateStep).map((step) => `${step.action} ${step.serviceName}`)].join()
  return again !== null && intent(approved) === intent(again)
}

/** Services that restart, each once, although it may use several versions. */
export function restartedServices(plans: readonly Plan[]): string[] {
  const steps = plans.flatMap(({ steps }) => steps)
  const restarting = steps.flatMap((step) =>
    'effect' in step && step.effect.kind === 'restart' ? [step.serviceName] : [],
  )
  return [...new Set(restarting)]
}
