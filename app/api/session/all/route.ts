import { sessionRows } from '@/lib/auth/sessions'
import { endpoint } from '@/lib/http/endpoint'
import { ownSession } from '@/lib/http/objects'

/** The user's own sessions. */
export const GET = endpoint({ action: 'session.manage', object: ownSession }, ({ user }) =>
  sessionRows(user.id, user.sessionId),
)
