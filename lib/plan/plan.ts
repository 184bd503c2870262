import type { NetworkBody } from '@/lib/compose/convert/bodies'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { Reason } from '@/lib/contract/reason'
import type { Params } from '@/lib/errors/app-error'
import type { NoteCode } from './note-codes'

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
  'restore-config',
  'restore-secret',
  'undo-restore-config',
  'undo-restore-secret',
  'move-to-secret',
  'undo-move-to-secret',
  'move-variable',
  'undo-move-variable',
  'clean-up',
  'create-config',
  'create-secret',
  'create-network',
  'confirm-family',
  'undo-confirm-family',
  'deploy-stack',
  'roll-back-stack',
  'roll-back-service',
  'undo-roll-back-service',
  'put-back-field',
  'undo-put-back-field',
  'remove-stack',
  'undo-deploy-stack',
  'undo-remove-stack',
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

/** Of a service whose whole spec comes from a stack file. `after` is the digest of its stored form. */
type NewSpecStep = { serviceName: string; stack: string; after: string; effect: Effect }

/** A reference by name; the id of an object that an earlier step makes is not known yet. */
export type ObjectName = { name: string; id: string | null }

/** A reference that may be of either kind. */
export type KindName = ObjectName & { kind: DataObjectKind }

/** Where the executor finds the value of a secret that is made of something that the swarm has already. */
export type ValueSource =
  | { kind: 'config'; id: string; name: string }
  | { kind: 'variable'; serviceId: string; name: string }

/**
 * Steps are intents. Whole specs, which carry environment values, are not in them, and a secret's value never is: the
 * executor gets values and contents beside the plan.
 */
export type Step =
  | (ServiceStep & { action: 'set-replicas'; from: number; to: number })
  | (ServiceStep & { action: 'replace-reference'; kind: DataObjectKind; from: ObjectName; to: ObjectName })
  /** What one service has from a config comes from a secret, or back. `targets` are the names of the config's files. */
  | (ServiceStep & { action: 'move-reference'; from: KindName; to: KindName; targets: string[] })
  /** A variable gives way to one that names a secret's file. `isBack`: the value is in the environment again. */
  | (ServiceStep & {
      action: 'move-variable'
      variable: string
      fileVariable: string
      target: string
      secret: ObjectName
      isBack: boolean
    })
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
      /** Its value comes from there, and is in no request. */
      source?: ValueSource
    }
  | { action: 'remove-object'; kind: DataObjectKind; name: string; id: string; stack: string | null }
  /** The body of this and of the steps below is found by its name in the revision that the plan belongs to. */
  | {
      action: 'create-network'
      name: string
      stack: string | null
      driver: string
      /** Of a network that belongs to no stack. */
      body?: NetworkBody
    }
  | { action: 'remove-network'; name: string; id: string; stack: string | null }
  /** Gives an object that exists the labels of the stack file, as the CLI does; the engine refuses another content. */
  | { action: 'relabel-object'; kind: DataObjectKind; name: string; id: string; stack: string }
  | (NewSpecStep & { action: 'create-service' })
  | (NewSpecStep & { action: 'replace-spec'; serviceId: string; before: string; changes: FieldChange[] })
  | { action: 'remove-service'; serviceId: string; serviceName: string; stack: string; effect: Effect }
  /**
   * Sets these labels on a config or secret, or takes them away where they are null, and leaves all others; nothing else
   * of it can be changed. `was` is what they were, which is the way back.
   */
  | {
      action: 'set-labels'
      kind: DataObjectKind
      name: string
      id: string
      stack: string | null
      labels: LabelValues
      was: LabelValues
    }
  /** Stops until a person goes on: after the first service, or before any, for what has to be changed elsewhere first. */
  | { action: 'hold'; reason: HoldReason }
  | { action: 'init-swarm'; advertiseAddress: string }

/** Null: the object has no such label. */
export type LabelValues = Record<string, string | null>

export type HoldReason = 'after_canary' | 'change_elsewhere'

/** How an operation goes over several services. Without it: one at a time, and a person is asked about a failure. */
export type Rollout = {
  /** Services that may be changed at the same time, after the first one, which always goes alone. */
  atOnce: number
  /** `undo`: what was changed is put back by itself when a service fails. */
  onFailure: 'ask' | 'undo'
  /** How long the tasks of each service are watched after they run; never shorter than the service's own monitor. */
  watchMs: number | null
  /** After success, versions of the family beyond this many are removed where nothing needs them. */
  keepVersions: number | null
}

export type StepOf<A extends Step['action']> = Extract<Step, { action: A }>

/** A step that changes one field of a service. */
export type UpdateStep = StepOf<UpdateAction>

const updateActions = ['set-replicas', 'replace-reference', 'move-reference', 'move-variable'] as const

type UpdateAction = (typeof updateActions)[number]

/** A step that makes or replaces a service's whole spec. */
export type SpecStep = StepOf<'create-service'> | StepOf<'replace-spec'>

/** A step after which the tasks of a service are watched until they are as they should be. */
export type ServiceChangeStep = UpdateStep | SpecStep

/** Where the one field stands that an update step is about. A spec that names both the old and the new stands at `from`. */
export type FieldState = 'from' | 'to' | 'other'

export function isSpecStep(step: Step): step is SpecStep {
  return step.action === 'create-service' || step.action === 'replace-spec'
}

export function isServiceChange(step: Step): step is ServiceChangeStep {
  return isUpdateStep(step) || isSpecStep(step)
}

export function isUpdateStep(step: Step): step is UpdateStep {
  return updateActions.some((action) => action === step.action)
}

/**
 * One field of a service that changes, by its path in a Compose file (`environment.DB_HOST`). Null where there is none.
 * The value of an environment variable is masked: the texts then are null, and only that they differ is told.
 */
export type FieldChange = {
  path: string
  before: string | null
  after: string | null
  isMasked: boolean
  /** Of a masked field that is on one side alone. */
  only?: 'before' | 'after'
}

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
  rollout?: Rollout
  /** Of a plan with whole specs: where the executor finds them. They are no part of the plan. */
  bodies?: BodySource
}

/**
 * A revision of a stack file. `target`: what its files make; `null` means the revision that is recorded together with the
 * operation. `before`: the services' specs as they were when that revision was deployed, or when the operation with this
 * id began. `previous`: what the engine itself keeps as a service's previous spec.
 */
export type BodySource = {
  revisionId: string | null
  side: 'target' | 'before' | 'previous'
  operationId?: string
  /** Only this field of the service comes from there; everything else stays as the service has it. */
  field?: string
}

export type PlanNote = Reason & { code: NoteCode }

/** The answer of every `…/plan` call. */
export type PlannedChange = { plan: Plan; digest: string }
