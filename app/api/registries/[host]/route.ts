import { endpoint } from '@/lib/http/endpoint'
import { registryOf } from '@/lib/http/objects'
import { removeCredentials } from '@/lib/registries/registries'

export const DELETE = endpoint({ action: 'registry.manage', object: registryOf }, ({ user, object }) =>
  removeCredentials(user, object.host),
)
