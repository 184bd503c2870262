import { expect, test } from 'vitest'
import type { Plan } from '@/lib/plan/plan'
import { planRemoval } from '@/lib/rotation/plan-removal'
import { planConfigRotation, planSecretRotation } from '@/lib/rotation/plan-rotation'
import { planScale } from '@/lib/scaling/plan'
import { config } from '@/lib/swarm/testing/config'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { lockKeysOf } from './lock-keys'

const nginx = config({ Name: 'nginx' })
const same = secret({ Name: 'nginx' })
const web = service({ Name: 'web', configs: [nginx] })
const swarm = snapshot(nginx, same, web, config({ Name: 'nginx_v9' }))
const rotate = (name: string) =>
  planConfigRotation(swarm, { configId: nginx.ID, name, contentSha256: 'a', sizeBytes: 1 })

const collide = (a: Plan, b: Plan) => lockKeysOf(a).filter((key) => lockKeysOf(b).includes(key))

test('a rotation holds its services, both versions and the family', () => {
  expect(lockKeysOf(rotate('nginx_v2'))).toEqual([
    'config-family:nginx',
    'config:nginx',
    'config:nginx_v2',
    'service:service-web',
  ])
})

test('two rotations of one family collide whatever they call their successors', () => {
  expect(collide(rotate('winter'), rotate('summer'))).toContain('config-family:nginx')
})

test('a rotation collides with scaling one of its services, and with the removal of a version', () => {
  expect(collide(rotate('winter'), planScale(swarm, web.ID, 5))).toEqual(['service:service-web'])
  expect(collide(rotate('winter'), planRemoval(swarm, 'config', 'config-nginx_v9'))).toEqual(['config-family:nginx'])
})

test('a secret of the same name is another thing', () => {
  expect(collide(rotate('winter'), planSecretRotation(swarm, { secretId: same.ID, name: 'winter' }))).toEqual([])
})
