import { expect, test } from 'vitest'
import { actions } from '@/lib/contract/actions'
import { authorize, isAllowed, rightsOf } from './authorize'

const shop = { kind: 'service', name: 'shop_api', stack: 'shop' }

test('the rights of each role are these, and a new action is decided on here', () => {
  const table = actions.map((action) => {
    const who = (['viewer', 'operator', 'admin'] as const).filter((role) => isAllowed({ role }, action, shop))
    return `${action}: ${who.join(' ')}`
  })
  expect(table.join('\n')).toMatchInlineSnapshot(`
    "swarm.read: viewer operator admin
    swarm.init: admin
    stack.read: viewer operator admin
    stack.deploy: admin
    stack.remove: admin
    stack.file.read: admin
    service.read: viewer operator admin
    service.environment.read: operator admin
    service.logs.read: operator admin
    service.scale: operator admin
    node.read: viewer operator admin
    network.read: viewer operator admin
    network.create: admin
    volume.read: viewer operator admin
    config.read: viewer operator admin
    config.create: admin
    config.content.read: operator admin
    config.rotate: operator admin
    config.remove: admin
    secret.read: viewer operator admin
    secret.create: admin
    secret.rotate: operator admin
    secret.remove: admin
    operation.read: viewer operator admin
    operation.undo: operator admin
    operation.decide: operator admin
    activity.read: admin
    registry.manage: admin
    token.manage: operator admin
    policy.manage: admin
    user.manage: admin
    session.manage: viewer operator admin"
  `)
})

test('what is not allowed throws, and says what and on which object', () => {
  expect(() => authorize({ role: 'operator' }, 'service.scale', shop)).not.toThrow()
  expect(() => authorize({ role: 'viewer' }, 'service.scale', shop)).toThrow(
    expect.objectContaining({
      code: 'not_allowed',
      params: { action: 'service.scale', kind: 'service', name: 'shop_api' },
    }),
  )
})

test('the pages are told what the server would allow', () => {
  expect(rightsOf({ role: 'viewer' })).not.toContain('config.content.read')
  expect(rightsOf({ role: 'admin' })).toEqual([...actions])
})
