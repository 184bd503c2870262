import { expect, test } from 'vitest'
import { actionOf, isTopic, namedDocument } from './topic'

test.each(['stacks', 'operations', 'swarm', 'stack:todo', 'service:a:b', 'config:constructor', 'secret:__proto__'])(
  '%s is a topic',
  (topic) => expect(isTopic(topic)).toBe(true),
)

test.each(['', 'stack', 'stack:', ':todo', 'constructor', 'toString:x', '__proto__:x', 'volume:data', 'swarm:x'])(
  '%s is none',
  (topic) => expect(isTopic(topic)).toBe(false),
)

test('the name is all that stands behind the first colon', () => {
  expect(namedDocument('service:a:b')).toEqual({ noun: 'service', name: 'a:b' })
})

test('each topic asks for the right to read its kind', () => {
  expect([actionOf('swarm'), actionOf('secrets'), actionOf('stack:todo'), actionOf('operation:1')]).toEqual([
    'swarm.read',
    'secret.read',
    'stack.read',
    'operation.read',
  ])
})
