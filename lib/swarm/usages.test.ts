import { expect, test } from 'vitest'
import { config } from './testing/config'
import { secret } from './testing/secret'
import { configReference, service } from './testing/service'
import { snapshot } from './testing/snapshot'
import { task } from './testing/task'
import { usagesOf } from './usages'

const list = config({ Name: 'constructor' })
const next = config({ Name: 'constructor_v2' })
const before = service({ Name: 'web', configs: [list] }).Spec

test('a use is told with its path, owner and mode', () => {
  const web = service({ Name: 'web', stack: 'todo', configs: [list] })
  expect(usagesOf(snapshot(list, web), 'config', list.ID)).toEqual([
    {
      serviceName: 'web',
      serviceId: 'service-web',
      stack: 'todo',
      target: '/constructor',
      uid: '0',
      gid: '0',
      mode: 0o444,
      by: 'spec',
    },
  ])
})

test('a secret named by a bare target is a file of /run/secrets', () => {
  const password = secret({ Name: '__proto__' })
  const db = service({ Name: 'db', secrets: [password] })
  expect(usagesOf(snapshot(password, db), 'secret', password.ID)).toMatchObject([{ target: '/run/secrets/__proto__' }])
})

test('what only a previous spec names is in use, because a rollback would need it', () => {
  const web = service({ Name: 'web', configs: [next], previous: before })
  const swarm = snapshot(list, next, web)
  expect(usagesOf(swarm, 'config', list.ID)).toMatchObject([{ serviceName: 'web', by: 'previous' }])
  expect(usagesOf(swarm, 'config', next.ID)).toMatchObject([{ by: 'spec' }])
})

test('a service is listed once, by its strongest claim', () => {
  const web = service({ Name: 'web', configs: [list], previous: before })
  expect(usagesOf(snapshot(list, web, task(web)), 'config', list.ID).map((usage) => usage.by)).toEqual(['spec'])
})

test('a living task keeps what no spec names any more; a dead one does not', () => {
  const web = service({ Name: 'web', configs: [next] })
  const old = task(web, { ID: 'old', desired: 'shutdown', spec: before.TaskTemplate })
  expect(usagesOf(snapshot(list, web, old), 'config', list.ID)).toMatchObject([{ by: 'task', target: null }])
  const dead = task(web, { ID: 'old', state: 'shutdown', desired: 'shutdown', spec: before.TaskTemplate })
  expect(usagesOf(snapshot(list, web, dead), 'config', list.ID)).toEqual([])
})

test('one service that mounts a config twice has two uses', () => {
  const second = { ...configReference(list), File: { Name: 'etc/second.json' } }
  const web = service({ Name: 'web', container: { Configs: [configReference(list), second] } })
  expect(usagesOf(snapshot(list, web), 'config', list.ID).map((usage) => usage.target)).toEqual([
    '/constructor',
    '/etc/second.json',
  ])
})

test('the index follows the snapshot', () => {
  const web = service({ Name: 'web', configs: [list] })
  const swarm = snapshot(list, web)
  expect(usagesOf(swarm, 'config', list.ID)).toHaveLength(1)
  expect(usagesOf({ ...swarm, service: new Map() }, 'config', list.ID)).toEqual([])
})
