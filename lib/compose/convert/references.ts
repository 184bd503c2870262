import { byBytes } from '@/lib/compose/byte-order'
import { finding } from '@/lib/compose/finding'
import type { ReferenceModel, ServiceModel } from '@/lib/compose/load/model'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { ConfigReferenceBody, FileTargetBody, SecretReferenceBody } from './bodies'
import { type ConvertContext, type DataObjectKind, dataObjectName } from './data-objects'

/** Read by all: 0444. */
const defaultMode = 0o444

/**
 * References by name; their IDs are empty until withObjectIds() fills them in. Those to one secret stay in the order of
 * the file: the CLI puts them into a random one, and another order restarts tasks, so a file must be able to say which.
 */
export function convertSecretReferences(service: ServiceModel, context: ConvertContext): SecretReferenceBody[] {
  const references = (service.secrets ?? []).map((reference) => ({
    File: fileTarget(reference),
    SecretID: '',
    SecretName: objectName('secret', reference, service, context),
    place: reference.place,
  }))
  refuseSharedTargets('secret', references, service)
  return references.map(({ place: _place, ...body }) => body).toSorted((a, b) => byBytes(a.SecretName, b.SecretName))
}

/** As for secrets; a config that is a credential spec is used by the engine and not put into the container. */
export function convertConfigReferences(service: ServiceModel, context: ConvertContext): ConfigReferenceBody[] {
  const references = (service.configs ?? []).map((reference) => ({
    File: fileTarget(reference),
    ConfigID: '',
    ConfigName: objectName('config', reference, service, context),
    place: reference.place,
  }))
  const runtime: ConfigReferenceBody[] = []
  const { config } = service.credentialSpec
  if (config !== '') {
    const place = context.locate(['services', service.name, 'credential_spec', 'config'])
    runtime.push({
      Runtime: {},
      ConfigID: '',
      ConfigName: objectName('config', { source: config, place }, service, context),
    })
  }
  refuseSharedTargets('config', references, service)
  return [...runtime, ...references.map(({ place: _place, ...body }) => body)].toSorted((a, b) =>
    byBytes(a.ConfigName, b.ConfigName),
  )
}

function fileTarget({ source, target, uid, gid, mode }: ReferenceModel): FileTargetBody {
  return { Name: target || source, UID: uid || '0', GID: gid || '0', Mode: mode ?? defaultMode }
}

function objectName(
  kind: DataObjectKind,
  { source, place }: Pick<ReferenceModel, 'source' | 'place'>,
  service: ServiceModel,
  { stack, model }: ConvertContext,
): string {
  const object = (kind === 'secret' ? model.secrets : model.configs).get(source)
  if (object) return dataObjectName(stack, source, object)
  const code = kind === 'secret' ? 'undefined_secret' : 'undefined_config'
  throw new ComposeRefusal([finding(code, place, { service: service.name, name: source })])
}

function refuseSharedTargets(
  kind: DataObjectKind,
  references: { File: FileTargetBody; place: ReferenceModel['place']; SecretName?: string; ConfigName?: string }[],
  service: ServiceModel,
): void {
  const targets = new Set<string>()
  for (const { File, place, SecretName, ConfigName } of references) {
    if (targets.has(File.Name)) {
      const params = { service: service.name, kind, name: SecretName ?? ConfigName ?? '', target: File.Name }
      throw new ComposeRefusal([finding('duplicate_target', place, params)])
    }
    targets.add(File.Name)
  }
}
