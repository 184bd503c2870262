/** Everything that somebody can be allowed to do. Reading contents and environments are rights of their own. */
export const actions = [
  'swarm.read',
  'swarm.init',
  'stack.read',
  /** Deploys, rolls back and adopts. Whoever may do that is root on every node, until policies say otherwise. */
  'stack.deploy',
  'stack.remove',
  /** Reads stack files, which often hold passwords. */
  'stack.file.read',
  'service.read',
  'service.environment.read',
  /** What containers print may hold anything, secrets too. */
  'service.logs.read',
  'service.scale',
  'node.read',
  'network.read',
  'network.create',
  'volume.read',
  'config.read',
  'config.create',
  'config.content.read',
  'config.rotate',
  'config.remove',
  'secret.read',
  'secret.create',
  'secret.rotate',
  'secret.remove',
  'operation.read',
  'operation.undo',
  'operation.decide',
  'activity.read',
  'registry.manage',
  'token.manage',
  'policy.manage',
  'user.manage',
  'session.manage',
] as const

export type Action = (typeof actions)[number]

/** What an action is done to. The stack is the engine's word for it, not the request's. */
export type ObjectRef = { kind: string; name: string | null; stack: string | null }
