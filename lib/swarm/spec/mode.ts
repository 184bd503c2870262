import type { ServiceMode } from '@/lib/contract/services'
import type { ServiceSpec } from '@/lib/swarm/engine-types'

export function modeOf(spec: ServiceSpec): ServiceMode {
  if (spec.Mode?.Global) return 'global'
  if (spec.Mode?.ReplicatedJob) return 'replicated-job'
  if (spec.Mode?.GlobalJob) return 'global-job'
  return 'replicated'
}

/** The number that can be changed; null for services that have none (global, jobs). The engine's default is 1. */
export function replicasOf(spec: ServiceSpec): number | null {
  return modeOf(spec) === 'replicated' ? (spec.Mode?.Replicated?.Replicas ?? 1) : null
}
