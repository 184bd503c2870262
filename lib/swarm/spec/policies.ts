import type { HealthcheckView, ResourcesView, UpdatePolicyView } from '@/lib/contract/services'
import type { Healthcheck, TaskSpec, UpdateConfig } from '@/lib/swarm/engine-types'

const nanosecondsPerMs = 1_000_000

/** The engine's defaults where nothing is said (moby/swarmkit, api/defaults/service.go). */
const defaultMonitorMs = 5000

export function updatePolicyOf(config: UpdateConfig | undefined): UpdatePolicyView {
  return {
    order: config?.Order === 'start-first' ? 'start-first' : 'stop-first',
    // A policy that is there says 0 for "all at once" by leaving the field out; no policy at all means one by one.
    parallelism: config ? (config.Parallelism ?? 0) : 1,
    delayMs: (config?.Delay ?? 0) / nanosecondsPerMs,
    monitorMs: config?.Monitor === undefined ? defaultMonitorMs : config.Monitor / nanosecondsPerMs,
    failureAction: config?.FailureAction || 'pause',
    maxFailureRatio: config?.MaxFailureRatio ?? 0,
  }
}

export function resourcesOf(template: TaskSpec): ResourcesView {
  const { Limits, Reservations } = template.Resources ?? {}
  // The engine says 0 for "none".
  return {
    limitNanoCpus: Limits?.NanoCPUs || null,
    limitMemoryBytes: Limits?.MemoryBytes || null,
    reservedNanoCpus: Reservations?.NanoCPUs || null,
    reservedMemoryBytes: Reservations?.MemoryBytes || null,
  }
}

/** Null where the service says nothing: the image's own health check then counts, which a manager cannot see. */
export function healthcheckOf(healthcheck: Healthcheck | undefined): HealthcheckView | null {
  if (!healthcheck?.Test?.length) return null
  return {
    test: healthcheck.Test,
    intervalMs: milliseconds(healthcheck.Interval),
    timeoutMs: milliseconds(healthcheck.Timeout),
    startPeriodMs: milliseconds(healthcheck.StartPeriod),
    retries: healthcheck.Retries || null,
  }
}

export function milliseconds(nanoseconds: number | undefined): number | null {
  return nanoseconds ? nanoseconds / nanosecondsPerMs : null
}
