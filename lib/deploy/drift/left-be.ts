import type { LeftBe } from '@/lib/contract/deploy'
import type { FieldChange } from '@/lib/plan/plan'

/** What `docker service scale` changes, and what Skep's own scaling notes as let be. */
export const replicasField = 'deploy.replicas'

/** Who lets this difference of a service be, `after` being the live value; null when nobody does. */
export function whoLeft(leftBe: readonly LeftBe[], service: string, { path, after }: FieldChange): LeftBe | null {
  const isMeant = (one: LeftBe) => one.service === service && one.field === path
  return leftBe.find((one) => isMeant(one) && (one.value === null || one.value === after)) ?? null
}
