import { createToken, tokenRows } from '@/lib/auth/api-tokens'
import { NewTokenRequest } from '@/lib/contract/inputs/tokens'
import { endpoint } from '@/lib/http/endpoint'
import { ownTokens } from '@/lib/http/objects'

/** The user's own tokens. */
export const GET = endpoint({ action: 'token.manage', object: ownTokens }, ({ user }) => tokenRows(user.id))

/** The token itself is in this answer and in no other. */
export const POST = endpoint(
  { action: 'token.manage', object: ownTokens, input: NewTokenRequest },
  async ({ user, input }) => Response.json(await createToken(user, input), { status: 201 }),
)
