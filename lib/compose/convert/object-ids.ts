import type { ServiceBody } from './bodies'

/** What a secret or config of this name has as its ID; null if there is none. */
export type ObjectIds = { secret: (name: string) => string | null; config: (name: string) => string | null }

export type WithObjectIds = { body: ServiceBody } | { missing: { kind: 'secret' | 'config'; name: string } }

/**
 * Fills in the IDs of the secrets and configs that a service uses. Look them up by their exact name: the engine's own
 * filter takes it for a prefix.
 */
export function withObjectIds(body: ServiceBody, ids: ObjectIds): WithObjectIds {
  const { Secrets, Configs, Privileges, ...container } = body.TaskTemplate.ContainerSpec
  for (const { SecretName: name } of Secrets ?? [])
    if (ids.secret(name) === null) return { missing: { kind: 'secret', name } }
  for (const { ConfigName: name } of Configs ?? [])
    if (ids.config(name) === null) return { missing: { kind: 'config', name } }
  const spec = Privileges.CredentialSpec
  const credentialSpec = spec && { ...spec, Config: spec.Config === '' ? '' : (ids.config(spec.Config) ?? '') }
  const filled: ServiceBody['TaskTemplate']['ContainerSpec'] = {
    ...container,
    Privileges: { ...Privileges, CredentialSpec: credentialSpec },
  }
  if (Secrets)
    filled.Secrets = Secrets.map((reference) => ({ ...reference, SecretID: ids.secret(reference.SecretName) ?? '' }))
  if (Configs)
    filled.Configs = Configs.map((reference) => ({ ...reference, ConfigID: ids.config(reference.ConfigName) ?? '' }))
  return { body: { ...body, TaskTemplate: { ...body.TaskTemplate, ContainerSpec: filled } } }
}
