import { changeUser, deleteUser } from '@/lib/auth/users'
import { UserChangeRequest } from '@/lib/contract/inputs/users'
import { endpoint } from '@/lib/http/endpoint'
import { userOf } from '@/lib/http/objects'

/** Name, role, whether he may sign in, or a new password. It holds at once, in open streams too. */
export const PATCH = endpoint(
  { action: 'user.manage', object: userOf, input: UserChangeRequest },
  ({ user, object, input }) => changeUser(user, object.userId, input),
)

export const DELETE = endpoint({ action: 'user.manage', object: userOf }, ({ user, object }) =>
  deleteUser(user, object.userId),
)
