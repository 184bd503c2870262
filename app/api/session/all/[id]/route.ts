import { signOut } from '@/lib/auth/sign-in'
import { endpoint } from '@/lib/http/endpoint'
import { ownSession } from '@/lib/http/objects'

/** Ends one of the user's own sessions, in whichever browser it is. */
export const DELETE = endpoint({ action: 'session.manage', object: ownSession }, ({ user, params }) =>
  signOut(user, params.id),
)
