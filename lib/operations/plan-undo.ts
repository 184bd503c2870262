import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { OperationView, StepView } from '@/lib/contract/operations'
import { AppError } from '@/lib/errors/app-error'
import { fieldNow, fieldSides, fieldState, type Intent, objectAfter } from '@/lib/plan/intent'
import { labelOf } from '@/lib/plan/label-values'
import type { ObjectName, Plan, PlanCode, PlanNote, StepOf, UpdateStep } from '@/lib/plan/plan'
import { updateStep } from '@/lib/plan/update-step'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { findConfig, findSecret } from '@/lib/swarm/find'
import type { Snapshot } from '@/lib/swarm/snapshot'

type Outcome = { step: UpdateStep | StepOf<'set-labels'> } | { note: PlanNote } | null

/** An undo is taken back by doing the thing again. */
const reversed: Partial<Record<PlanCode, PlanCode>> = {
  'scale-service': 'undo-scale-service',
  'rotate-config': 'undo-rotate-config',
  'rotate-secret': 'undo-rotate-secret',
  'restore-config': 'undo-restore-config',
  'restore-secret': 'undo-restore-secret',
  'move-variable': 'undo-move-variable',
  'undo-move-variable': 'move-variable',
  'move-to-secret': 'undo-move-to-secret',
  'undo-move-to-secret': 'move-to-secret',
  'undo-restore-config': 'restore-config',
  'undo-restore-secret': 'restore-secret',
  'undo-scale-service': 'scale-service',
  'undo-rotate-config': 'rotate-config',
  'undo-rotate-secret': 'rotate-secret',
  'confirm-family': 'undo-confirm-family',
  'undo-confirm-family': 'confirm-family',
}

export function isUndoable(code: PlanCode): boolean {
  return reversed[code] !== undefined || isOfStackFile(code) || replacesSpec(code)
}

/** A deployment changes whole specs; its way back is in lib/deploy, and takes the earlier ones from the revision. */
export function isOfStackFile(code: PlanCode): boolean {
  return code === 'deploy-stack' || code === 'roll-back-stack' || code === 'undo-remove-stack'
}

/** What it took away is made again from the files of a revision: nobody else has kept it. */
export function isDeployedAgain(code: PlanCode): boolean {
  return code === 'remove-stack' || code === 'undo-deploy-stack'
}

const ofOneSpec: ReadonlySet<PlanCode> = new Set([
  'roll-back-service',
  'undo-roll-back-service',
  'put-back-field',
  'undo-put-back-field',
])

/** The whole spec of a service, or a field of it, by no revision: the operation itself keeps what was there before. */
export function replacesSpec(code: PlanCode): boolean {
  return ofOneSpec.has(code)
}

/**
 * Plans the way back: a forward edit of only the fields that the operation changed, last service first. The engine's own
 * rollback would also take back what others changed since. What somebody has changed again is left alone and noted; the
 * successor stays, because a previous spec names it.
 */
export function planUndo(snapshot: Snapshot, operation: OperationView): Plan {
  const code = reversed[operation.title.code]
  if (!code) throw new AppError('not_undoable', { reason: 'never', title: operation.title.code })
  const outcomes = operation.steps
    .filter(({ state }) => state !== 'pending' && state !== 'undone')
    .reverse()
    .map((view) => outcomeOf(snapshot, view))
  const steps = outcomes.flatMap((outcome) => (outcome && 'step' in outcome ? outcome.step : []))
  const notes = outcomes.flatMap((outcome) => (outcome && 'note' in outcome ? outcome.note : []))
  if (steps.length === 0) throw nothingLeft(operation, notes)
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code, params: operation.title.params },
    steps,
    notes,
    undoes: operation.id,
  }
}

/** Null for what has nothing to take back: objects that were made stay. */
function outcomeOf(snapshot: Snapshot, { step }: StepView): Outcome {
  if (step.action === 'set-replicas') {
    return wayBack(snapshot, step, { action: step.action, from: step.to, to: step.from })
  }
  if (step.action === 'set-labels') return labelsBack(snapshot, step)
  if (step.action === 'move-reference') {
    const { action, from, to, targets } = step
    const now = { ...found(snapshot, to.kind, to), kind: to.kind }
    return wayBack(snapshot, step, { action, from: now, to: from, targets })
  }
  if (step.action === 'move-variable') {
    const { action, variable, fileVariable, target, secret, isBack } = step
    const made = found(snapshot, 'secret', secret)
    return wayBack(snapshot, step, { action, variable, fileVariable, target, secret: made, isBack: !isBack })
  }
  if (step.action !== 'replace-reference') return null
  const { action, kind, from, to } = step
  return wayBack(snapshot, step, { action, kind, from: found(snapshot, kind, to), to: from })
}

/** Labels that somebody has changed again are left alone, as is an object that is gone. */
function labelsBack(snapshot: Snapshot, step: StepOf<'set-labels'>): Outcome {
  const object: Config | Secret | undefined = snapshot[step.kind].get(step.id)
  const isOurs = Object.entries(step.labels).every(([key, value]) => labelOf(object?.Spec.Labels, key) === value)
  return object && isOurs ? { step: { ...step, labels: step.was, was: step.labels } } : null
}

/** With its id, which the plan could not know. */
function found(snapshot: Snapshot, kind: DataObjectKind, wanted: ObjectName): ObjectName {
  if (wanted.id !== null) return wanted
  const object = kind === 'config' ? findConfig(snapshot, wanted.name) : findSecret(snapshot, wanted.name)
  return { name: wanted.name, id: object?.ID ?? null }
}

function wayBack(snapshot: Snapshot, { serviceId, serviceName }: UpdateStep, intent: Intent): Outcome {
  const service = snapshot.service.get(serviceId)
  if (!service) return { note: { code: 'service_gone', params: { service: serviceName } } }
  const state = fieldState(service.Spec, intent)
  if (state === 'to') return null
  if (state === 'other') {
    const { field, now } = fieldNow(service.Spec, intent)
    return {
      note: { code: 'changed_since', params: { service: serviceName, field, was: fieldSides(intent).from, now } },
    }
  }
  requireTarget(snapshot, intent)
  return { step: updateStep(snapshot, service, intent) }
}

/** Without the predecessor there is nothing to point back at. */
function requireTarget(snapshot: Snapshot, intent: Intent): void {
  const wanted = objectAfter(intent)
  if (!wanted || snapshot[wanted.kind].has(wanted.id ?? '')) return
  const { kind, name } = wanted
  throw new AppError('not_undoable', { reason: 'predecessor_removed', kind, name })
}

function nothingLeft(operation: OperationView, notes: PlanNote[]): AppError {
  const conflict = notes.find((note) => note.code === 'changed_since')
  if (conflict) return new AppError('version_conflict', conflict.params)
  return new AppError('nothing_to_do', { kind: 'operation', name: operation.id })
}
