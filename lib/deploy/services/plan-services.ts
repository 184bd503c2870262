import type { ServiceBody } from '@/lib/compose/convert/bodies'
import type { DeployProblem, PlannedService } from '@/lib/contract/deploy'
import type { Reason } from '@/lib/contract/reason'
import { type FittingNodes, fittingNodes } from '@/lib/deploy/checks/fitting-nodes'
import { imageNotes } from '@/lib/deploy/checks/image-notes'
import { placementNotes } from '@/lib/deploy/checks/placement-notes'
import { dangerousPorts, publishedPorts } from '@/lib/deploy/checks/ports'
import { putBackNotes } from '@/lib/deploy/checks/put-back-notes'
import type { ServiceNoteCode } from '@/lib/deploy/codes'
import type { DeployContext } from '@/lib/deploy/deploy-context'
import { whoLeft } from '@/lib/deploy/drift/left-be'
import { fieldChanges } from '@/lib/deploy/field-changes'
import { serviceKey } from '@/lib/deploy/live-services'
import { ownerParams, problem } from '@/lib/deploy/problem'
import { formDigest, specDigest } from '@/lib/plan/digest'
import type { Effect, FieldChange, StepOf } from '@/lib/plan/plan'
import { comparableForm } from '@/lib/plan/spec-form'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { isSameJson } from '@/lib/swarm/same-json'
import { modeOf } from '@/lib/swarm/spec/mode'
import { replicaChoice } from './replica-choice'
import { creationEffect, isJob, removalEffect, updateEffect } from './service-effect'

type Note = Reason & { code: ServiceNoteCode }

/** One service of a plan: what is told of it, and its step if it has one. */
export type ServicePlan = {
  planned: PlannedService
  step: StepOf<'create-service'> | StepOf<'replace-spec'> | StepOf<'remove-service'> | null
  problems: DeployProblem[]
}

/** A service of the file. One whose stored form would not change is not touched, unlike with the CLI. */
export function planService(context: DeployContext, body: ServiceBody): ServicePlan {
  const service = context.live.get(body.Name)
  const after = context.targets.get(body.Name) ?? comparableForm(body, context.asSent)
  const nodes = fittingNodes(context.snapshot, after, service ?? null)
  return service ? updatePlan(context, { body, service, after, nodes }) : creationPlan(context, { body, after, nodes })
}

type Target = { body: ServiceBody; after: ServiceSpec; nodes: FittingNodes }

function creationPlan(context: DeployContext, { body, after, nodes }: Target): ServicePlan {
  const { stack } = context
  const notes = notesOn(context, { body, after, nodes }, null)
  const effect = creationEffect(after, nodes)
  const other = context.serviceByName.get(body.Name.toLowerCase())
  return {
    planned: { ...plannedService(context, body), verdict: 'create', effect, notes },
    step: { action: 'create-service', serviceName: body.Name, stack, after: formDigest(after), effect },
    problems: other ? [nameTaken(context, body, other)] : [],
  }
}

function updatePlan(context: DeployContext, { body, service, after, nodes }: Target & { service: Service }) {
  const before = comparableForm(service.Spec, context.asStored)
  const planned = plannedService(context, body)
  if (isSameJson(before, after)) {
    const notes = [...(isJob(after) ? [note('job_does_not_run')] : []), ...pausedNotes(service)]
    const kept = imageNotes(context, body, service).filter(({ code }) => code === 'image_kept')
    return { planned: { ...planned, notes: [...kept, ...notes] }, step: null, problems: [] }
  }
  const changes = fieldChanges(before, after)
  const effect = updateEffect(context, service, body, nodes)
  const isModeChange = modeOf(before) !== modeOf(after)
  return {
    planned: {
      ...planned,
      verdict: effect.kind === 'restart' ? ('restart' as const) : ('update' as const),
      effect,
      changes,
      notes: [
        ...putBackNotes(context.snapshot, service.Spec, after),
        ...resetNotes(context, body.Name, changes),
        ...notesOn(context, { body, after, nodes }, service),
        ...(isJob(after) ? [note('job_runs_again')] : []),
      ],
    },
    step: {
      action: 'replace-spec' as const,
      serviceId: service.ID,
      serviceName: body.Name,
      stack: context.stack,
      before: specDigest(service.Spec),
      after: formDigest(after),
      changes,
      effect,
    },
    problems: isModeChange ? [modeChange(context, body, before, after)] : [],
  }
}

function notesOn(context: DeployContext, { body, after, nodes }: Target, service: Service | null): Note[] {
  return [...imageNotes(context, body, service), ...placementNotes(after, nodes), ...portNotes(body)]
}

/** A service of the stack that is not in the file. */
export function planLeftover(context: DeployContext, service: Service, isFirst: boolean): ServicePlan {
  const { stack } = context
  const serviceName = service.Spec.Name
  const isPruned = context.options.prune
  const effect: Effect | null = isPruned ? removalEffect(context, service) : null
  const planned: PlannedService = {
    key: null,
    name: serviceName,
    verdict: isPruned ? 'remove' : 'leave',
    effect,
    changes: [],
    notes: [note(isPruned ? (isFirst ? 'pruned_first' : 'pruned') : 'not_in_file')],
    replicas: null,
  }
  const step = effect && { action: 'remove-service' as const, serviceId: service.ID, serviceName, stack, effect }
  return { planned, step, problems: [] }
}

/** As one that does not change. */
function plannedService({ stack, live, options, written }: DeployContext, { Name }: ServiceBody): PlannedService {
  const key = serviceKey(stack, Name)
  const asWritten = written.get(Name)
  const replicas = asWritten ? replicaChoice(asWritten, live.get(Name) ?? null, options.replicas[key]) : null
  return { key, name: Name, verdict: 'unchanged', effect: null, changes: [], notes: [], replicas }
}

function portNotes({ EndpointSpec }: ServiceBody): Note[] {
  const ports = dangerousPorts(publishedPorts(EndpointSpec.Ports))
  return ports.length > 0 ? [{ code: 'dangerous_port', params: { ports } }] : []
}

/** Nothing is sent, so it does not go on by itself either. */
function pausedNotes({ UpdateStatus }: Service): Note[] {
  return /^(?:rollback_)?paused$/.test(UpdateStatus?.State ?? '') ? [note('update_paused')] : []
}

/** What somebody let be on purpose is told apart from what the file merely changes. */
function resetNotes({ leftBe = [] }: DeployContext, service: string, changes: readonly FieldChange[]): Note[] {
  return changes.flatMap((change) => {
    const left = whoLeft(leftBe, service, { ...change, after: change.before })
    return left ? [{ code: 'resets_left_be' as const, params: { field: change.path, by: left.byName } }] : []
  })
}

function note(code: ServiceNoteCode): Note {
  return { code, params: {} }
}

function nameTaken(context: DeployContext, { Name }: ServiceBody, other: Service): DeployProblem {
  const path = ['services', serviceKey(context.stack, Name)]
  const params = { other: other.Spec.Name, ...ownerParams(other.Spec.Labels) }
  return problem(context, 'service_name_taken', { kind: 'service', name: Name, path, params })
}

function modeChange(context: DeployContext, { Name }: ServiceBody, before: ServiceSpec, after: ServiceSpec) {
  const path = ['services', serviceKey(context.stack, Name), 'deploy', 'mode']
  const params = { from: modeOf(before), to: modeOf(after) }
  return problem(context, 'mode_change', { kind: 'service', name: Name, path, params })
}
