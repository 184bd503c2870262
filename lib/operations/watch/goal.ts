import type { Params } from '@/lib/errors/app-error'
import { canonicalJson, specDigest, specStanding } from '@/lib/plan/digest'
import { fieldNow, fieldSides, fieldState, type Intent, templateState } from '@/lib/plan/intent'
import type { FieldState, SpecStep, UpdateStep } from '@/lib/plan/plan'
import type { Service, ServiceSpec, Task, TaskSpec } from '@/lib/swarm/engine-types'

/** What a step wants of a service, and by what its tasks show that they have it. */
export type Goal = {
  serviceName: string
  /** Where the service stands on the way there. */
  stateOf: (spec: ServiceSpec) => FieldState
  isOnNew: (task: Task, service: Service) => boolean
  /** Old and new tasks are alike, as in scaling: only how many there are changes. */
  areAlike: boolean
  /** The service is made, or its whole spec replaced. */
  isWhole: boolean
  /** How long the tasks are watched after they run, where that is longer than the service's own monitor. */
  watchMs: number
  /** What an error tells when somebody else has changed it. */
  conflict: (spec: ServiceSpec) => Params
}

export function goalOfUpdate(step: Intent & Pick<UpdateStep, 'serviceName'>, watchMs = 0): Goal {
  return {
    watchMs,
    serviceName: step.serviceName,
    stateOf: (spec) => fieldState(spec, step),
    isOnNew: (task) => step.action === 'set-replicas' || templateState(task.Spec, step) === 'to',
    areAlike: step.action === 'set-replicas',
    isWhole: false,
    conflict: (spec) => ({ was: fieldSides(step).to, ...fieldNow(spec, step) }),
  }
}

type SpecContext = {
  networkName: (target: string) => string
  /** Digest of the spec as it was read right after our own write, for an engine that stores it as nobody expected. */
  stored: () => string | null
}

export function goalOfSpec(step: SpecStep, { networkName, stored }: SpecContext): Goal {
  const digests = { before: step.action === 'replace-spec' ? step.before : null, after: step.after }
  const known = new WeakMap<ServiceSpec, FieldState>()
  /** Of our spec, once the service has been seen to have it: after a rollback by the engine it has another. */
  let wanted: string | null = null
  const stateOf = (spec: ServiceSpec): FieldState => {
    if (specDigest(spec) === stored()) return 'to'
    const standing = specStanding(spec, digests, { networkName })
    return standing === 'after' ? 'to' : standing === 'before' ? 'from' : 'other'
  }
  return {
    watchMs: 0,
    serviceName: step.serviceName,
    stateOf(spec) {
      const state = known.get(spec) ?? stateOf(spec)
      // What is at its target stays there; a name that was missing may be known at the next look.
      if (state === 'to') {
        known.set(spec, state)
        wanted = madeFrom(spec.TaskTemplate)
      }
      return state
    },
    isOnNew: (task, { Spec }) => madeFrom(task.Spec) === (wanted ?? madeFrom(Spec.TaskTemplate)),
    areAlike: false,
    isWhole: true,
    conflict: () => ({ field: 'spec' }),
  }
}

const templates = new WeakMap<TaskSpec, string>()

/**
 * What a task keeps of the template that it was made from: a task that fits its node stays when the placement changes, and
 * the engine tells the runtime of a service alone (measured).
 */
function madeFrom(template: TaskSpec): string {
  const known = templates.get(template)
  if (known !== undefined) return known
  const { Placement: _placement, Runtime: _runtime, ...rest } = template
  const text = canonicalJson(rest)
  templates.set(template, text)
  return text
}
