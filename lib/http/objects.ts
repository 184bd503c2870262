import 'server-only'
import type { ObjectRef } from '@/lib/contract/actions'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { findOperationStacks } from '@/lib/store/operation-stacks'
import type { Config, Secret, Service, Task } from '@/lib/swarm/engine-types'
import { stackOf } from '@/lib/swarm/snapshot'
import type { RouteParams } from './endpoint'

/*
 * Finders for `endpoint({ object })`. Each looks in the snapshot for what the URL names and says which stack it belongs to
 * by the engine's labels, never by the request. The route's parameter has the noun's name: api/services/[service]/….
 */

export function serviceOf(params: RouteParams): { ref: ObjectRef; service: Service } {
  const service = find(live().snapshot().service, 'service', params.service)
  return { ref: refOf('service', service), service }
}

/** A task by its id, also one that has ended. The rights are those on its service. */
export function taskOf(params: RouteParams): { ref: ObjectRef; task: Task } {
  const snapshot = live().snapshot()
  const task = snapshot.task.get(params.task ?? '')
  const service = snapshot.service.get(task?.ServiceID ?? '')
  if (!task || !service) throw new AppError('not_found', { kind: 'task', name: params.task ?? '' })
  return { ref: refOf('service', service), task }
}

export function configOf(params: RouteParams): { ref: ObjectRef; config: Config } {
  const config = find(live().snapshot().config, 'config', params.config)
  return { ref: refOf('config', config), config }
}

export function secretOf(params: RouteParams): { ref: ObjectRef; secret: Secret } {
  const secret = find(live().snapshot().secret, 'secret', params.secret)
  return { ref: refOf('secret', secret), secret }
}

/** The stack that the URL names, whether or not there is one: it may be about to be deployed. */
export function stackObject(params: RouteParams): { ref: ObjectRef; stack: string } {
  const stack = params.stack ?? ''
  return { ref: { kind: 'stack', name: stack, stack }, stack }
}

/** A service of a stack that the request names, whether or not there is one; the stack is the URL's. */
export function serviceRef(stack: string, service: string): ObjectRef {
  return { kind: 'service', name: service, stack }
}

/** A revision by its number, whether or not there is one. */
export function revisionObject(params: RouteParams): { ref: ObjectRef; stack: string; number: number } {
  const { stack } = stackObject(params)
  return { ref: { kind: 'revision', name: `${stack} ${params.number}`, stack }, stack, number: Number(params.number) }
}

/** An operation belongs to a stack when all services that it touches do. */
export async function operationOf(params: RouteParams): Promise<{ ref: ObjectRef; operationId: string }> {
  const operationId = params.operation ?? ''
  const stacks = await findOperationStacks(operationId)
  if (!stacks) throw new AppError('not_found', { kind: 'operation', name: operationId })
  const stack = stacks.length === 1 ? (stacks[0] ?? null) : null
  return { ref: { kind: 'operation', name: operationId, stack }, operationId }
}

/** For what concerns the swarm as a whole; it needs no snapshot, so it works while the engine is away. */
export function swarmObject(): { ref: ObjectRef } {
  return { ref: { kind: 'swarm', name: null, stack: null } }
}

/** What a user does to his own session and account. */
export function ownSession(): { ref: ObjectRef } {
  return { ref: { kind: 'session', name: null, stack: null } }
}

/** What a user does to his own API tokens. */
export function ownTokens(): { ref: ObjectRef } {
  return { ref: { kind: 'token', name: null, stack: null } }
}

/** The registry in the URL, or registries as such. */
export function registryOf(params: RouteParams): { ref: ObjectRef; host: string } {
  const host = params.host ?? ''
  return { ref: { kind: 'registry', name: host || null, stack: null }, host }
}

/** The user with the id in the URL, whether or not there is one, or users as such where there is no id. */
export function userOf(params: RouteParams): { ref: ObjectRef; userId: string } {
  return { ref: { kind: 'user', name: params.id ?? null, stack: null }, userId: params.id ?? '' }
}

type Named = { ID: string; Spec: { Name: string; Labels?: Record<string, string> | null } }

/** By name, which is what our URLs carry, and then by id. */
function find<T extends Named>(objects: ReadonlyMap<string, T>, kind: string, wanted = ''): T {
  for (const object of objects.values()) if (object.Spec.Name === wanted) return object
  const object = objects.get(wanted)
  if (!object) throw new AppError('not_found', { kind, name: wanted })
  return object
}

function refOf(kind: string, { Spec }: Named): ObjectRef {
  return { kind, name: Spec.Name, stack: stackOf(Spec.Labels) }
}
