import { RegistryRequest } from '@/lib/contract/inputs/registries'
import { endpoint } from '@/lib/http/endpoint'
import { registryOf } from '@/lib/http/objects'
import { registryRows, setCredentials } from '@/lib/registries/registries'

export const GET = endpoint({ action: 'registry.manage', object: registryOf }, () => registryRows())

/** Adds the credentials for a registry, or replaces them. */
export const PUT = endpoint(
  { action: 'registry.manage', object: registryOf, input: RegistryRequest },
  ({ user, input }) => setCredentials(user, input),
)
