import 'server-only'
import { withObjectIds } from '@/lib/compose/convert/object-ids'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { withField } from '@/lib/deploy/fields/with-field'
import { engine } from '@/lib/engine/engine'
import type { SpecBody } from '@/lib/engine/writes'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { bodiesOf } from '@/lib/operations/stacks/bodies'
import type { SpecStep } from '@/lib/plan/plan'
import { registryAuthFor } from '@/lib/registries/registry-auth'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { findConfig, findSecret } from '@/lib/swarm/find'
import { networkName } from '@/lib/swarm/networks'
import { patiently } from './patiently'
import type { StepRun } from './step-run'

/**
 * The spec that a step sends, with the ids of its configs and secrets. Throws when one of them is not there. `before` is
 * what it replaces, of which most stays where only a field is wanted.
 */
export async function specBody(
  run: StepRun,
  { serviceName }: SpecStep,
  before: ServiceSpec | null = null,
): Promise<SpecBody> {
  const found = (await bodiesOf(run)).services.get(serviceName)
  if (!found) throw new AppError('unexpected', { service: serviceName })
  if ('spec' in found) return found.spec
  if ('wanted' in found) {
    const spec = before && withField(before, found.wanted, found.field, { networkName: networkNames(run) })
    if (!spec) throw new AppError('field_not_alone', { service: serviceName, field: found.field })
    return withReferenceIds(run, spec)
  }
  const { Configs = [], Secrets = [] } = found.body.TaskTemplate.ContainerSpec
  const configs = await idsOf(
    run,
    'config',
    Configs.map(({ ConfigName }) => ConfigName),
  )
  const secrets = await idsOf(
    run,
    'secret',
    Secrets.map(({ SecretName }) => SecretName),
  )
  const filled = withObjectIds(found.body, {
    config: (name) => configs.get(name) ?? null,
    secret: (name) => secrets.get(name) ?? null,
  })
  if ('missing' in filled) throw new AppError('not_found', { ...filled.missing })
  return filled.body
}

/** References that were taken by name from elsewhere. */
async function withReferenceIds(run: StepRun, spec: ServiceSpec): Promise<ServiceSpec> {
  const container = spec.TaskTemplate.ContainerSpec
  if (!container) return spec
  const { Secrets = [], Configs = [] } = container
  const lackingSecrets = Secrets.flatMap(({ SecretID, SecretName }) => (SecretID ? [] : SecretName))
  const lackingConfigs = Configs.flatMap(({ ConfigID, ConfigName }) => (ConfigID ? [] : ConfigName))
  const secrets = await idsOf(run, 'secret', lackingSecrets)
  const configs = await idsOf(run, 'config', lackingConfigs)
  const idIn = (kind: DataObjectKind, ids: Map<string, string>, name: string) => {
    const id = ids.get(name)
    if (!id) throw new AppError('not_found', { kind, name })
    return id
  }
  const filled = {
    ...container,
    ...(container.Secrets && {
      Secrets: Secrets.map((it) => ({ ...it, SecretID: it.SecretID || idIn('secret', secrets, it.SecretName) })),
    }),
    ...(container.Configs && {
      Configs: Configs.map((it) => ({ ...it, ConfigID: it.ConfigID || idIn('config', configs, it.ConfigName) })),
    }),
  }
  return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec: filled } }
}

/** What the nodes pull the image with, if anything is kept for its registry. */
export async function registryAuthOf({ TaskTemplate }: SpecBody): Promise<string | null> {
  const image = TaskTemplate.ContainerSpec?.Image
  return image ? registryAuthFor(image) : null
}

async function idsOf(run: StepRun, kind: DataObjectKind, names: string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const name of new Set(names)) {
    const id = madeHere(run, kind, name) ?? knownId(kind, name) ?? (await askForId(run, kind, name))
    if (id) ids.set(name, id)
  }
  return ids
}

/** By an earlier step; the snapshot may not have heard of it yet. */
function madeHere({ operation }: StepRun, kind: DataObjectKind, name: string): string | null {
  const maker = operation.steps.find(
    ({ step }) => step.action === `create-${kind}` && 'name' in step && step.name === name,
  )
  return maker?.memo.objectId ?? null
}

function knownId(kind: DataObjectKind, name: string): string | null {
  const snapshot = live().snapshot()
  return (kind === 'config' ? findConfig(snapshot, name) : findSecret(snapshot, name))?.ID ?? null
}

function askForId(run: StepRun, kind: DataObjectKind, name: string): Promise<string | null> {
  const find = kind === 'config' ? engine().findConfig : engine().findSecret
  return patiently(run, async () => (await find(name))?.ID ?? null)
}

/** The name of a network by its id, also of one that this operation has just made. */
export function networkNames({ operation }: StepRun): (target: string) => string {
  return (target) => {
    const maker = operation.steps.find(({ step, memo }) => step.action === 'create-network' && memo.objectId === target)
    return maker && 'name' in maker.step ? maker.step.name : networkName(live().snapshot(), target)
  }
}
