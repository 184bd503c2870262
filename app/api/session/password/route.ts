import { changeOwnPassword } from '@/lib/auth/password/change-password'
import { PasswordRequest } from '@/lib/contract/inputs/session'
import { endpoint } from '@/lib/http/endpoint'
import { ownSession } from '@/lib/http/objects'

/** Changes the user's own password; his other sessions end. */
export const POST = endpoint(
  { action: 'session.manage', object: ownSession, input: PasswordRequest },
  ({ user, input }) => changeOwnPassword(user, input),
)
