import type { PlannedRotation } from '@/lib/contract/policies'
import type { Plan } from '@/lib/plan/plan'
import type { SecretRecipe } from '@/lib/rotation/value/generate-secret'

/** A rotation that one click can begin: there is a plan, and a policy that says how the value is made. */
export type ReadyRotation = { name: string; successor: string; plan: Plan; digest: string; recipe: SecretRecipe }

export function readyRotation(planned: PlannedRotation): ReadyRotation | null {
  const { name, plan, digest, policy } = planned
  if (!plan || !policy?.recipe) return null
  return { name, successor: String(plan.title.params.successor), plan, digest, recipe: policy.recipe }
}

/** Services that restart, each once, although it may use several versions. */
export function restartedServices(plans: readonly Plan[]): string[] {
  const steps = plans.flatMap(({ steps }) => steps)
  const restarting = steps.flatMap((step) =>
    'effect' in step && step.effect.kind === 'restart' ? [step.serviceName] : [],
  )
  return [...new Set(restarting)]
}
