import 'server-only'
import { live } from '@/lib/live/live'
import { replacesSpec } from '@/lib/operations/plan-undo'
import type { Plan } from '@/lib/plan/plan'
import { findOperationSpecs } from '@/lib/store/operation-specs'
import type { ServiceSpec } from '@/lib/swarm/engine-types'

/** The specs that the plan is about to replace, by name, as they are to be kept; null where nothing is. */
export function specsToKeep({ title, steps }: Plan): string | null {
  if (!replacesSpec(title.code)) return null
  const { service } = live().snapshot()
  const specs = steps.flatMap((step) =>
    step.action === 'replace-spec' ? (service.get(step.serviceId)?.Spec ?? []) : [],
  )
  return JSON.stringify(Object.fromEntries(specs.map((spec) => [spec.Name, spec])))
}

/** The specs that services had before the operation, as the engine gave them, by name. */
export async function specsOfOperation(operationId: string): Promise<Record<string, ServiceSpec>> {
  return JSON.parse((await findOperationSpecs(operationId)) ?? '{}')
}
