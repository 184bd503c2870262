import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Reason } from '@/lib/contract/reason'
import type { Params } from '@/lib/errors/app-error'

/** What a plan is called, as a code with parameters: `scale-service`, `rotate-config`, `rotate-secret`, `undo` … */
export type PlanTitle = { code: string; params: Params }

/** What a step does to the tasks of a service. Times in milliseconds. */
export type Effect =
  | { kind: 'none' }
  | { kind: 'start'; tasks: number }
  | { kind: 'stop'; tasks: number }
  | {
      kind: 'restart'
      tasks: number
      order: 'start-first' | 'stop-first'
      /** 0 means all at once. */
      parallelism: number
      delayMs: number
      monitorMs: number
      failureAction: string
      /** Tasks that still run at the worst moment of the update. */
      lowestRunning: number
      hasHealthcheck: boolean
    }

type ServiceStep = {
  serviceId: string
  serviceName: string
  stack: string | null
  /** Digest of the spec that the step was planned on, and of the one it leaves; see digest.ts. */
  before: string
  after: string
  effect: Effect
}

/** A reference by name; the id of an object that an earlier step makes is not known yet. */
export type ObjectName = { name: string; id: string | null }

/**
 * Steps are intents. Whole specs, which carry environment values, are not in them, and a secret's value never is: the
 * executor gets values and contents beside the plan.
 */
export type Step =
  | (ServiceStep & { action: 'set-replicas'; from: number; to: number })
  | (ServiceStep & { action: 'replace-reference'; kind: DataObjectKind; from: ObjectName; to: ObjectName })
  | {
      action: 'create-config'
      name: string
      replaces: string | null
      labels: Record<string, string>
      templating: string | null
      contentSha256: string
      sizeBytes: number
    }
  | { action: 'create-secret'; name: string; replaces: string | null; labels: Record<string, string> }
  | { action: 'remove-object'; kind: DataObjectKind; name: string; id: string; stack: string | null }
  | { action: 'init-swarm'; advertiseAddress: string }

export type StepOf<A extends Step['action']> = Extract<Step, { action: A }>

/** A step that updates a service. */
export type UpdateStep = StepOf<'set-replicas'> | StepOf<'replace-reference'>

export type Plan = {
  /** Of this shape. An operation stored by another version of Skep is not resumed blindly. */
  schema: 1
  swarmId: string
  title: PlanTitle
  steps: Step[]
  /** What the person should know before applying: `no_healthcheck`, `all_at_once`, `shared_across_stacks` … */
  notes: Reason[]
  /** The operation that this plan takes back. */
  undoes: string | null
}

/** The answer of every `…/plan` call. */
export type PlannedChange = { plan: Plan; digest: string }
