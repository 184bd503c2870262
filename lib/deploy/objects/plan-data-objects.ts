import { createHash } from 'node:crypto'
import type { DataObjectBody } from '@/lib/compose/convert/bodies'
import { dataObjectName } from '@/lib/compose/convert/data-objects'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { DeployRemedy } from '@/lib/contract/deploy'
import type { DeployContext } from '@/lib/deploy/deploy-context'
import { ownerParams, problem } from '@/lib/deploy/problem'
import type { StepOf } from '@/lib/plan/plan'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { stackOf } from '@/lib/swarm/snapshot'
import { usagesOf } from '@/lib/swarm/usages'
import { type ObjectNote, type ObjectPlan, objectNote, objectPlan, sameLabels } from './object-plan'
import { renameRemedy } from './rename-remedy'

/** Secrets or configs: those of the file, used or not; those of others that services use; and what was left behind. */
export function planDataObjects(context: DeployContext, kind: DataObjectKind): ObjectPlan[] {
  const { bodies, snapshot } = context
  const own = kind === 'secret' ? bodies.secrets : bodies.configs
  const live = new Map([...snapshot[kind].values()].map((object) => [object.Spec.Name.toLowerCase(), object]))
  return [
    ...own.map((body) => ownObject(context, kind, body, live.get(body.Name.toLowerCase()) ?? null)),
    ...externalNames(context, kind).map((name) => externalObject(context, kind, name, live.get(name.toLowerCase()))),
    ...leftovers(context, kind),
  ]
}

function ownObject(
  context: DeployContext,
  kind: DataObjectKind,
  body: DataObjectBody,
  live: Config | Secret | null,
): ObjectPlan {
  const { Name: name } = body
  const key = keyOf(context, kind, name)
  const identity = { kind, key, name }
  const path = [`${kind}s`, key ?? '']
  if (!live) return objectPlan(identity, 'create', { step: creation(kind, body) })
  if (live.Spec.Name !== name) {
    const params = { kind, other: live.Spec.Name }
    return objectPlan(identity, 'create', {
      problems: [problem(context, 'object_name_taken', { ...identity, path, params })],
    })
  }
  const content = contentOf(kind, body)
  const known = 'Content' in live ? live.Content : null
  if (kind === 'config' && known && known.Sha256 !== content.sha256) {
    const params = { kind }
    const remedies = renameRemedies(context, kind, key, name, content.sha256)
    return objectPlan(identity, 'content_differs', {
      problems: [problem(context, 'content_differs', { ...identity, path, params, remedies })],
    })
  }
  const notes = notesOn(context, kind, body, live)
  if (sameLabels(live.Spec.Labels, body.Labels)) return objectPlan(identity, 'unchanged', { notes })
  const step = { action: 'relabel-object', kind, name, id: live.ID, stack: context.stack } as const
  return objectPlan(identity, 'relabel', { notes, step })
}

/** The CLI takes an object of that name for the stack's own, whoever made it, and so do we, but say it. */
function notesOn(
  { stack }: DeployContext,
  kind: DataObjectKind,
  body: DataObjectBody,
  live: Config | Secret,
): ObjectNote[] {
  const owner = stackOf(live.Spec.Labels)
  const hasValue = kind === 'secret' && !body.Driver
  const isTemplated = (live.Spec.Templating?.Name ?? '') !== (body.Templating?.Name ?? '')
  const driver = 'Driver' in live.Spec ? (live.Spec.Driver?.Name ?? '') : ''
  return [
    ...(owner === stack ? [] : [objectNote('adopted', ownerParams(live.Spec.Labels))]),
    ...(hasValue ? [objectNote('value_unseen')] : []),
    ...('Content' in live && !live.Content ? [objectNote('content_unknown')] : []),
    ...(isTemplated ? [objectNote('templating_differs')] : []),
    ...(driver === (body.Driver?.Name ?? '') ? [] : [objectNote('driver_differs')]),
  ]
}

function creation(kind: DataObjectKind, body: DataObjectBody): StepOf<'create-config'> | StepOf<'create-secret'> {
  const { Name: name, Labels: labels, Templating } = body
  const made = { name, replaces: null, labels, templating: Templating?.Name ?? null }
  if (kind === 'secret') return { action: 'create-secret', ...made }
  const { sha256, sizeBytes } = contentOf(kind, body)
  return { action: 'create-config', ...made, contentSha256: sha256, sizeBytes }
}

/** Of a secret, nothing that is made of its value. */
export function contentOf(kind: DataObjectKind, { Data = '' }: DataObjectBody): { sha256: string; sizeBytes: number } {
  if (kind === 'secret') return { sha256: '', sizeBytes: 0 }
  const padding = Data.endsWith('==') ? 2 : Number(Data.endsWith('='))
  return {
    sha256: createHash('sha256').update(Data, 'base64').digest('hex'),
    sizeBytes: (Data.length / 4) * 3 - padding,
  }
}

function renameRemedies(
  context: DeployContext,
  kind: DataObjectKind,
  key: string | null,
  name: string,
  contentSha256: string,
): DeployRemedy[] {
  const remedy = key === null ? null : renameRemedy(context, { kind, key, name, contentSha256 })
  return remedy ? [remedy] : []
}

/** Only those that a service uses: the CLI looks for no other. */
function externalNames({ bodies, converted }: DeployContext, kind: DataObjectKind): string[] {
  const own = new Set((kind === 'secret' ? converted.secrets : converted.configs).map(({ Name }) => Name))
  const used = bodies.services.flatMap(({ TaskTemplate: { ContainerSpec } }) =>
    kind === 'secret'
      ? (ContainerSpec.Secrets ?? []).map(({ SecretName }) => SecretName)
      : (ContainerSpec.Configs ?? []).map(({ ConfigName }) => ConfigName),
  )
  return [...new Set(used)].filter((name) => !own.has(name)).toSorted()
}

function externalObject(
  context: DeployContext,
  kind: DataObjectKind,
  name: string,
  live: Config | Secret | undefined,
): ObjectPlan {
  const key = keyOf(context, kind, name)
  const identity = { kind, key, name }
  if (live?.Spec.Name === name) return objectPlan(identity, 'external')
  const about = {
    ...identity,
    path: [`${kind}s`, key ?? ''],
    params: { kind },
    remedies: [{ action: 'create', kind, name } as const],
  }
  return objectPlan(identity, 'missing', { problems: [problem(context, 'external_missing', about)] })
}

function keyOf({ stack, converted }: DeployContext, kind: DataObjectKind, name: string): string | null {
  const { secrets, configs } = converted.loaded.model
  for (const [key, object] of kind === 'secret' ? secrets : configs)
    if ((object.isExternal ? object.name : dataObjectName(stack, key, object)) === name) return key
  return null
}

/** The CLI never removes one, and a rollback may need it. */
function leftovers({ stack, snapshot, bodies }: DeployContext, kind: DataObjectKind): ObjectPlan[] {
  const names = new Set((kind === 'secret' ? bodies.secrets : bodies.configs).map(({ Name }) => Name))
  return [...snapshot[kind].values()]
    .filter(({ Spec }) => stackOf(Spec.Labels) === stack && !names.has(Spec.Name))
    .toSorted((a, b) => (a.Spec.Name < b.Spec.Name ? -1 : 1))
    .map(({ ID, Spec }) => {
      // What a spec names now, the previous spec names after the deployment.
      const services = [...new Set(usagesOf(snapshot, kind, ID).map(({ serviceName }) => serviceName))]
      const notes = [
        objectNote('not_in_file'),
        ...(services.length > 0 ? [objectNote('kept_for_rollback', { services })] : []),
      ]
      return objectPlan({ kind, key: null, name: Spec.Name }, 'leave', { notes })
    })
}
