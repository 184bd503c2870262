import 'server-only'
import type { DataObjectBody, NetworkBody, ServiceBody } from '@/lib/compose/convert/bodies'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { convertFilesAside } from '@/lib/converter/converter'
import { liveForm, sentForm } from '@/lib/deploy/deploy-context'
import { type TargetBodies, targetBodies } from '@/lib/deploy/target'
import { engine } from '@/lib/engine/engine'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import type { OperationRun } from '@/lib/operations/record/operation-run'
import { patiently } from '@/lib/operations/steps/patiently'
import type { StepRun } from '@/lib/operations/steps/step-run'
import type { BodySource } from '@/lib/plan/plan'
import { comparableForm } from '@/lib/plan/spec-form'
import { type FoundRevision, findRevisionById, findRevisionOf } from '@/lib/store/revisions'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import type { StoredFormContext } from '@/lib/swarm/spec/stored-form'
import { specsOfOperation } from './operation-specs'
import { contentOf, specsBefore } from './revision-content'

/** What the steps of a plan with whole specs send, by name. */
export type Bodies = {
  networks: ReadonlyMap<string, NetworkBody>
  dataObjects: Record<DataObjectKind, ReadonlyMap<string, DataObjectBody>>
  /** From a stack file, with names where the engine wants ids; as the engine gave it before; or one field of either. */
  services: ReadonlyMap<string, WantedSpec>
  form: StoredFormContext
}

export type WantedSpec = { body: ServiceBody } | { spec: ServiceSpec } | { field: string; wanted: ServiceSpec }

const loaded = new WeakMap<OperationRun, Promise<Bodies>>()

/** What a stack file was converted to, for the engine of that version. */
export type PlannedTarget = { bodies: TargetBodies; apiVersion: string }

const g = globalThis as typeof globalThis & { skepTargets?: Map<string, PlannedTarget> }

function targets(): Map<string, PlannedTarget> {
  g.skepTargets ??= new Map()
  return g.skepTargets
}

/** Spares the run of an operation that begins now the conversion that its plan has just made. Values of secrets are not kept. */
export function keepTarget(operationId: string, { bodies, apiVersion }: PlannedTarget): void {
  const secrets = bodies.secrets.map(({ Data: _value, ...body }) => body)
  targets().set(operationId, { bodies: { ...bodies, secrets }, apiVersion })
}

export function forgetTarget(operationId: string): void {
  targets().delete(operationId)
}

/** They are made once for each run, again after a restart: no plan has them, only the sealed revision. */
export function bodiesOf(run: StepRun): Promise<Bodies> {
  const { operation } = run
  const known = loaded.get(operation)
  if (known) return known
  const target = targets().get(operation.id)
  const bodies = target ? Promise.resolve(bodiesFrom(target)) : loadBodies(run)
  loaded.set(operation, bodies)
  return bodies
}

async function loadBodies(run: StepRun): Promise<Bodies> {
  const source = run.operation.plan.bodies
  const bodies = await wholeBodies(run, source)
  return source?.field === undefined ? bodies : fieldBodies(bodies, source.field)
}

async function wholeBodies(run: StepRun, source: BodySource | undefined): Promise<Bodies> {
  if (source?.side === 'previous') return previousOf(run)
  if (source?.operationId) return specBodies(Object.values(await specsOfOperation(source.operationId)))
  const revision = source && (await findSource(run.operation, source))
  if (!revision) throw new AppError('not_found', { kind: 'revision', name: run.operation.id })
  return source.side === 'target' ? targetOf(run, revision) : specBodies(Object.values(specsBefore(revision)))
}

/** The rest of the service is as the engine has it, so that is the form to compare in. */
function fieldBodies({ services, form, ...bodies }: Bodies, field: string): Bodies {
  const wanted = [...services].map(([name, found]): [string, WantedSpec] => {
    if ('wanted' in found) return [name, found]
    return [name, { field, wanted: comparableForm('body' in found ? found.body : found.spec, form) }]
  })
  return { ...bodies, services: new Map(wanted), form: liveForm(live().snapshot()) }
}

function findSource(run: OperationRun, { revisionId }: BodySource): Promise<FoundRevision | null> {
  return revisionId === null ? findRevisionOf(run.id) : findRevisionById(revisionId)
}

async function targetOf(run: StepRun, revision: FoundRevision): Promise<Bodies> {
  const { apiVersion } = await patiently(run, () => engine().info())
  const content = contentOf(revision)
  const converted = await convertFilesAside({ ...content, stack: revision.row.stack, apiVersion })
  if ('refused' in converted || !content.resolved) throw new AppError('unexpected', { revision: revision.row.id })
  return bodiesFrom({ bodies: targetBodies(converted, content.resolved), apiVersion })
}

function bodiesFrom({ bodies: { networks, secrets, configs, services }, apiVersion }: PlannedTarget): Bodies {
  return {
    networks: byName(networks),
    dataObjects: { secret: byName(secrets), config: byName(configs) },
    services: new Map(services.map((body) => [body.Name, { body }])),
    form: sentForm(apiVersion),
  }
}

/** Asked of the engine: the step has its digest, so it is known whether it still is the one that was planned with. */
async function previousOf(run: StepRun): Promise<Bodies> {
  const ids = run.operation.plan.steps.flatMap((step) => (step.action === 'replace-spec' ? step.serviceId : []))
  const services = await Promise.all(ids.map((id) => patiently(run, () => engine().inspectService(id))))
  return specBodies(services.flatMap(({ PreviousSpec }) => PreviousSpec ?? []))
}

function specBodies(specs: readonly ServiceSpec[]): Bodies {
  return {
    networks: new Map(),
    dataObjects: { secret: new Map(), config: new Map() },
    services: new Map(specs.map((spec) => [spec.Name, { spec }])),
    form: liveForm(live().snapshot()),
  }
}

function byName<T extends { Name: string }>(bodies: readonly T[]): Map<string, T> {
  return new Map(bodies.map((body) => [body.Name, body]))
}
