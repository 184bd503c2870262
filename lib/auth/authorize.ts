import type { Action, ObjectRef } from '@/lib/contract/actions'
import { actions } from '@/lib/contract/actions'
import type { Role } from '@/lib/contract/session'
import { AppError } from '@/lib/errors/app-error'

/**
 * Contents of configs, values of environment variables and what containers print often hold passwords, and the activity of others is nobody's
 * business but an admin's: they are rights of their own, which a viewer has not.
 */
const viewerRights = [
  'swarm.read',
  'stack.read',
  'service.read',
  'node.read',
  'network.read',
  'volume.read',
  'config.read',
  'secret.read',
  'operation.read',
  'session.manage',
] as const satisfies readonly Action[]

/** Changes what runs by numbers and by versions, within what an admin has put there. */
const operatorRights = [
  ...viewerRights,
  'service.environment.read',
  'service.logs.read',
  'service.scale',
  'config.content.read',
  'config.rotate',
  'secret.rotate',
  'operation.undo',
  'operation.decide',
  'token.manage',
] as const satisfies readonly Action[]

const rights: Record<Role, ReadonlySet<Action>> = {
  viewer: new Set(viewerRights),
  operator: new Set(operatorRights),
  admin: new Set(actions),
}

/**
 * The only place that decides. Roles hold for the whole swarm now; the object, with the stack that the engine gives it,
 * is asked for all the same, so that rights per stack change this function and nothing else.
 */
export function isAllowed(user: { role: Role }, action: Action, _ref: ObjectRef): boolean {
  return rights[user.role].has(action)
}

/** Throws, so that nobody can forget to look at the answer. */
export function authorize(user: { role: Role }, action: Action, ref: ObjectRef): void {
  if (!isAllowed(user, action, ref)) throw new AppError('not_allowed', { action, kind: ref.kind, name: ref.name })
}

const wholeSwarm: ObjectRef = { kind: 'swarm', name: null, stack: null }

/** What the pages may offer this user; the server asks again for each object. */
export function rightsOf(user: { role: Role }): Action[] {
  return actions.filter((action) => isAllowed(user, action, wholeSwarm))
}
