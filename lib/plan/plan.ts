import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Reason } from '@/lib/contract/reason'
import type { Params } from '@/lib/errors/app-error'

export const planCodes = [
  'scale-service',
  'rotate-config',
  'rotate-secret',
  'remove-config',
  'remove-secret',
  'init-swarm',
  'undo-scale-service',
  'undo-rotate-config',
  'undo-rotate-secret',
] as const

export type PlanCode = (typeof planCodes)[number]

/** What a plan is called. An undo has the parameters of what it takes back. */
export type PlanTitle = { code: PlanCode; params: Params }

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
  | {
      action: 'create-secret'
      name: string
      replaces: string | null
      labels: Record<string, string>
      templating: string | null
    }
  | { action: 'remove-object'; kind: DataObjectKind; name: string; id: string; stack: string | null }
  | { action: 'init-swarm'; advertiseAddress: string }

export type StepOf<A extends Step['action']> = Extract<Step, { action: A }>

/** A step that updates a service. */
export type UpdateStep = StepOf<'set-replicas'> | StepOf<'replace-reference'>

export const noteCodes = [
  'no_healthcheck',
  'all_at_once',
  'interruption',
  'shared_across_stacks',
  'failure_action_continue',
  'same_content',
  'some_services_stay',
  'used_by_none',
  'update_in_progress',
  'file_names_predecessor',
  'file_has_replicas',
  'published_host_port',
  'local_volume',
  'max_replicas_per_node',
  'stops_all_tasks',
  'changed_since',
  'service_gone',
] as const

export type NoteCode = (typeof noteCodes)[number]

export type Plan = {
  /** Of this shape. An operation stored by another version of Skep is not resumed blindly. */
  schema: 1
  swarmId: string
  title: PlanTitle
  steps: Step[]
  /** What the person should know before applying. */
  notes: PlanNote[]
  /** The operation that this plan takes back. */
  undoes: string | null
}

export type PlanNote = Reason & { code: NoteCode }

/** The answer of every `…/plan` call. */
export type PlannedChange = { plan: Plan; digest: string }
