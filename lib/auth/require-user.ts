import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Action, ObjectRef } from '@/lib/contract/actions'
import type { CurrentUser } from '@/lib/contract/session'
import { page } from '@/lib/paths/page'
import { authorize, rightsOf } from './authorize'
import { pathHeader } from './path-header'
import { sessionTokenOf } from './session-cookie'
import { findSession } from './sessions'
import { hasUsers } from './users'

const wholeSwarm: ObjectRef = { kind: 'swarm', name: null, stack: null }

/**
 * The first line of every page: who asks, and may he see this? Sends strangers to sign in (or to set up, while there is
 * nobody), and throws not_allowed. Reading cookies also keeps Next from freezing the page at build time.
 */
export async function requireUser(action: Action, ref: ObjectRef = wholeSwarm): Promise<CurrentUser> {
  const asked = await headers()
  const found = await findSession(sessionTokenOf({ headers: asked }))
  if (!found) redirect((await hasUsers()) ? page.signIn(asked.get(pathHeader) ?? undefined) : page.setUp())
  authorize(found.user, action, ref)
  return { ...found.user, may: rightsOf(found.user) }
}
