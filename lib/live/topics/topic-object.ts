import type { ObjectRef } from '@/lib/contract/actions'
import type { Topic } from '@/lib/contract/topics'
import { findConfig, findSecret, findService } from '@/lib/swarm/find'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { namedDocument } from './topic'

/** What a topic is about, for the question who may see it. The stack is the one that the engine tells. */
export function topicObject(topic: Topic, snapshot: Snapshot | null): ObjectRef {
  const named = namedDocument(topic)
  if (!named) return { kind: 'swarm', name: null, stack: null }
  const { noun, name } = named
  return { kind: noun, name, stack: snapshot && stackOfDocument(noun, name, snapshot) }
}

function stackOfDocument(noun: string, name: string, snapshot: Snapshot): string | null {
  if (noun === 'stack') return name
  const find = { service: findService, config: findConfig, secret: findSecret }
  const object = noun === 'service' || noun === 'config' || noun === 'secret' ? find[noun](snapshot, name) : null
  return stackOf(object?.Spec.Labels)
}
