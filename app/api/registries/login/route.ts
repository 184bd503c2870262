import { RegistryLoginRequest } from '@/lib/contract/inputs/registries'
import { endpoint } from '@/lib/http/endpoint'
import { registryOf } from '@/lib/http/objects'
import { checkLogin } from '@/lib/registries/check-login'

/** Lets the engine log in with what was typed, or with what is kept. Nothing is changed. */
export const POST = endpoint(
  { action: 'registry.manage', object: registryOf, input: RegistryLoginRequest },
  ({ user, input }) => checkLogin(user, input),
)
