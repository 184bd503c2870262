import type { Action } from '@/lib/contract/actions'
import type { DocumentTopic, TableTopic, Topic } from '@/lib/contract/topics'

const tableActions = {
  stacks: 'stack.read',
  services: 'service.read',
  nodes: 'node.read',
  configs: 'config.read',
  secrets: 'secret.read',
  networks: 'network.read',
  volumes: 'volume.read',
  operations: 'operation.read',
  policies: 'secret.read',
} as const satisfies Record<TableTopic, Action>

const nounActions = {
  stack: 'stack.read',
  service: 'service.read',
  node: 'node.read',
  config: 'config.read',
  secret: 'secret.read',
  operation: 'operation.read',
} as const

export type Noun = keyof typeof nounActions

/** What `noun:name` is about. The name is everything behind the first colon. */
export type NamedDocument = { noun: Noun; name: string }

export function isTableTopic(topic: string): topic is TableTopic {
  return Object.hasOwn(tableActions, topic)
}

export function namedDocument(topic: string): NamedDocument | null {
  const at = topic.indexOf(':')
  const [noun, name] = [topic.slice(0, at), topic.slice(at + 1)]
  return at > 0 && isNoun(noun) && name !== '' ? { noun, name } : null
}

export function isDocumentTopic(topic: string): topic is DocumentTopic {
  return topic === 'swarm' || namedDocument(topic) !== null
}

export function isTopic(topic: string): topic is Topic {
  return isTableTopic(topic) || isDocumentTopic(topic)
}

/** What somebody must be allowed to do who wants to see the topic. */
export function actionOf(topic: Topic): Action {
  if (isTableTopic(topic)) return tableActions[topic]
  const named = namedDocument(topic)
  return named ? nounActions[named.noun] : 'swarm.read'
}

function isNoun(text: string): text is Noun {
  return Object.hasOwn(nounActions, text)
}
