import { revokeToken } from '@/lib/auth/api-tokens'
import { endpoint } from '@/lib/http/endpoint'
import { ownTokens } from '@/lib/http/objects'

/** Whoever uses this token is refused from now on. */
export const DELETE = endpoint({ action: 'token.manage', object: ownTokens }, ({ user, params }) =>
  revokeToken(user, params.id ?? ''),
)
