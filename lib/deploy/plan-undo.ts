import type { OperationView, StepView } from '@/lib/contract/operations'
import { AppError } from '@/lib/errors/app-error'
import { canonicalJson, formDigest } from '@/lib/plan/digest'
import type { BodySource, FieldChange, Plan, PlanCode, PlanNote, Step, StepOf } from '@/lib/plan/plan'
import { restartNotes } from '@/lib/plan/restart-notes'
import { comparableForm } from '@/lib/plan/spec-form'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { findConfig, findSecret } from '@/lib/swarm/find'
import { networkUsers } from '@/lib/swarm/networks'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { usagesOf } from '@/lib/swarm/usages'
import { fittingNodes } from './checks/fitting-nodes'
import { requireReferences } from './checks/require-references'
import { liveForm } from './deploy-context'
import { liveServices } from './live-services'
import { replaceStep } from './services/replace-step'
import { creationEffect, removalEffect } from './services/service-effect'

/** The specs that the services of an operation had before it, as the engine gave them, and where they are kept. */
export type SpecsBefore = { bodies: BodySource; services: Readonly<Record<string, ServiceSpec>> }

type Outcome = { step: Step | null; notes: PlanNote[] }

/**
 * Plans the way back from a deployment, or from putting a service's earlier spec back: the services that it changed get their earlier specs, what it made goes, and
 * what it removed comes back. A spec is put back whole, so what others have changed in it since is lost; that is noted.
 * Secrets, configs and networks that it made stay as long as anything but a service that goes needs them: after the way
 * back, the previous specs name them. Throws AppError `not_undoable` when an earlier spec needs something that is gone.
 */
export function planDeployUndo(snapshot: Snapshot, operation: OperationView, before: SpecsBefore): Plan {
  const steps = operation.steps.filter(({ state }) => state !== 'pending' && state !== 'undone').toReversed()
  const outcomes = steps.map((view) => wayBack(snapshot, view, before))
  const services = outcomes.flatMap(({ step }) => step ?? [])
  const going = new Set(services.flatMap((step) => (step.action === 'remove-service' ? step.serviceName : [])))
  const all = [...services, ...steps.flatMap((view) => removalOfMade(snapshot, view, going) ?? [])]
  const notes = outcomes.flatMap((outcome) => outcome.notes)
  if (all.length === 0) throw new AppError('nothing_to_do', { kind: 'operation', name: operation.id })
  const restarts = services.filter((step) => step.action === 'replace-spec')
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code: reversed[operation.title.code] ?? 'undo-deploy-stack', params: operation.title.params },
    steps: all,
    notes: [...notes, ...restartNotes(restarts)],
    undoes: operation.id,
    bodies: before.bodies,
  }
}

const reversed: Partial<Record<PlanCode, PlanCode>> = {
  'roll-back-service': 'undo-roll-back-service',
  'undo-roll-back-service': 'roll-back-service',
}

function wayBack(snapshot: Snapshot, { step }: StepView, before: SpecsBefore): Outcome {
  if (step.action === 'replace-spec') return putBack(snapshot, step, before)
  if (step.action === 'create-service') return { step: removal(snapshot, step), notes: [] }
  if (step.action === 'remove-service') return { step: creation(snapshot, step, before), notes: [] }
  return { step: null, notes: [] }
}

function putBack(snapshot: Snapshot, done: StepOf<'replace-spec'>, before: SpecsBefore): Outcome {
  const { serviceName, stack } = done
  const service = snapshot.service.get(done.serviceId)
  if (!service) return { step: null, notes: [{ code: 'service_gone', params: { service: serviceName } }] }
  const spec = specBefore(before, serviceName)
  const context = liveForm(snapshot)
  const [now, wanted] = [comparableForm(service.Spec, context), comparableForm(spec, context)]
  if (canonicalJson(now) === canonicalJson(wanted)) return { step: null, notes: [] }
  requireReferences(snapshot, spec)
  const step = replaceStep(snapshot, service, { spec, stack })
  const fields = formDigest(now) === done.after ? [] : othersChanged(step.changes, done.changes)
  const notes: PlanNote[] =
    fields.length > 0 ? [{ code: 'others_changed', params: { service: serviceName, fields } }] : []
  return { step, notes }
}

/** What differs from the earlier spec although the deployment did not touch it, or made it something else. */
function othersChanged(wayBackChanges: readonly FieldChange[], made: readonly FieldChange[]): string[] {
  const ours = new Map(made.map((change) => [change.path, change]))
  return wayBackChanges.filter((now) => ours.get(now.path)?.after !== now.before).map(({ path }) => path)
}

function removal(snapshot: Snapshot, { serviceName, stack }: StepOf<'create-service'>): Step | null {
  const service = liveServices(snapshot, stack).get(serviceName)
  if (!service) return null
  const effect = removalEffect({ snapshot }, service)
  return { action: 'remove-service', serviceId: service.ID, serviceName, stack, effect }
}

function creation(
  snapshot: Snapshot,
  { serviceName, stack }: StepOf<'remove-service'>,
  before: SpecsBefore,
): Step | null {
  if (serviceNamed(snapshot, serviceName)) return null
  const spec = specBefore(before, serviceName)
  requireReferences(snapshot, spec)
  const form = comparableForm(spec, liveForm(snapshot))
  const effect = creationEffect(form, fittingNodes(snapshot, form, null))
  return { action: 'create-service', serviceName, stack, after: formDigest(form), effect }
}

function serviceNamed(snapshot: Snapshot, name: string): Service | undefined {
  return [...snapshot.service.values()].find(({ Spec }) => Spec.Name === name)
}

function specBefore({ services }: SpecsBefore, serviceName: string): ServiceSpec {
  const spec = Object.hasOwn(services, serviceName) ? services[serviceName] : undefined
  if (!spec) throw new AppError('not_undoable', { reason: 'no_previous_spec', kind: 'service', name: serviceName })
  return spec
}

/** Removes an object that the operation made, if nothing but services that go with it has used it. */
function removalOfMade(snapshot: Snapshot, { step, state }: StepView, going: ReadonlySet<string>): Step | null {
  if (state !== 'converged') return null
  if (step.action === 'create-network') {
    const made = [...snapshot.network.values()].find(({ Name, Labels }) => {
      return Name === step.name && stackOf(Labels) === step.stack
    })
    if (!made || !networkUsers(snapshot, made).every((name) => going.has(name))) return null
    return { action: 'remove-network', name: step.name, id: made.Id, stack: step.stack }
  }
  if (step.action !== 'create-config' && step.action !== 'create-secret') return null
  const kind = step.action === 'create-config' ? 'config' : 'secret'
  const made = kind === 'config' ? findConfig(snapshot, step.name) : findSecret(snapshot, step.name)
  if (!made || !usagesOf(snapshot, kind, made.ID).every(({ serviceName }) => going.has(serviceName))) return null
  return { action: 'remove-object', kind, name: step.name, id: made.ID, stack: stackOf(made.Spec.Labels) }
}
