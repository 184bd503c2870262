import { createUser, userRows } from '@/lib/auth/users'
import { NewUserRequest } from '@/lib/contract/inputs/users'
import { endpoint } from '@/lib/http/endpoint'
import { userOf } from '@/lib/http/objects'

export const GET = endpoint({ action: 'user.manage', object: userOf }, () => userRows())

export const POST = endpoint(
  { action: 'user.manage', object: userOf, input: NewUserRequest },
  async ({ user, input }) => Response.json(await createUser(user, input), { status: 201 }),
)
