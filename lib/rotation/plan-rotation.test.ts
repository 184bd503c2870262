import { expect, test } from 'vitest'
import { planDigest } from '@/lib/plan/digest'
import { planToText } from '@/lib/plan/plan-to-text'
import { config } from '@/lib/swarm/testing/config'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planConfigRotation, planSecretRotation } from './plan-rotation'

const safely = {
  update: { Parallelism: 1, Monitor: 1e9, Order: 'start-first', FailureAction: 'rollback' },
  container: { Healthcheck: { Test: ['CMD', 'true'] } },
}
const nginx = config({ Name: 'shop_nginx', stack: 'shop', labels: { team: 'web' }, sha256: 'aaaa' })
const password = secret({ Name: 'db_password' })

const content = { contentSha256: 'bbbb', sizeBytes: 20 }

test('creates a successor with the labels of its predecessor, then updates only the services that use it', () => {
  const swarm = snapshot(
    nginx,
    service({ Name: 'shop_web', stack: 'shop', replicas: 3, configs: [nginx], ...safely }),
    service({ Name: 'shop_api', stack: 'shop', replicas: 2 }),
  )
  const plan = planConfigRotation(swarm, { configId: nginx.ID, name: 'shop_nginx_v2', ...content })
  expect(planToText(plan)).toMatchInlineSnapshot(`
    "rotate-config name=shop_nginx successor=shop_nginx_v2
    - create-config shop_nginx_v2 (replaces shop_nginx) com.docker.stack.namespace=shop team=web io.skep.family=shop_nginx io.skep.replaces=shop_nginx
    - replace-reference shop_web: config shop_nginx → shop_nginx_v2 (restarts 3 tasks, start-first, 1 at a time, monitor 1000 ms, 3 running at worst, on failure rollback, healthcheck)"
  `)
})

test('a secret shared by two stacks is rotated in both, in the order of their names', () => {
  const swarm = snapshot(
    password,
    service({ Name: 'shop_api', stack: 'shop', secrets: [password], replicas: 2 }),
    service({ Name: 'crm_api', stack: 'crm', secrets: [password], ...safely }),
  )
  const plan = planSecretRotation(swarm, { secretId: password.ID, name: 'db_password_v2' })
  expect(planToText(plan)).toMatchInlineSnapshot(`
    "rotate-secret name=db_password successor=db_password_v2
    - create-secret db_password_v2 (replaces db_password) io.skep.family=db_password io.skep.replaces=db_password
    - replace-reference crm_api: secret db_password → db_password_v2 (restarts 1 task, start-first, 1 at a time, monitor 1000 ms, 1 running at worst, on failure rollback, healthcheck)
    - replace-reference shop_api: secret db_password → db_password_v2 (restarts 2 tasks, stop-first, 1 at a time, monitor 5000 ms, 1 running at worst, on failure pause, no healthcheck)
    ! no_healthcheck services=shop_api
    ! shared_across_stacks stacks=crm,shop"
  `)
})

test('chosen services are updated in the order in which they were chosen, the others stay', () => {
  const users = ['a', 'b', 'c'].map((Name) => service({ Name, configs: [nginx], ...safely }))
  const serviceIds = ['service-c', 'service-a', 'service-c']
  const plan = planConfigRotation(snapshot(nginx, ...users), { configId: nginx.ID, name: 'n2', serviceIds, ...content })
  expect(planToText(plan)).toMatchInlineSnapshot(`
    "rotate-config name=shop_nginx successor=n2
    - create-config n2 (replaces shop_nginx) com.docker.stack.namespace=shop team=web io.skep.family=shop_nginx io.skep.replaces=shop_nginx
    - replace-reference c: config shop_nginx → n2 (restarts 1 task, start-first, 1 at a time, monitor 1000 ms, 1 running at worst, on failure rollback, healthcheck)
    - replace-reference a: config shop_nginx → n2 (restarts 1 task, start-first, 1 at a time, monitor 1000 ms, 1 running at worst, on failure rollback, healthcheck)
    ! some_services_stay services=b"
  `)
})

test('a service that does not use it cannot be chosen', () => {
  const wish = { configId: nginx.ID, name: 'n2', serviceIds: ['service-b'], ...content }
  expect(() => planConfigRotation(snapshot(nginx, service({ Name: 'b' })), wish)).toThrow('invalid_input')
})

test('what could go wrong is said before', () => {
  const risky = { update: { Parallelism: 0, FailureAction: 'continue' }, status: { State: 'updating' } }
  const swarm = snapshot(nginx, service({ Name: 'web', replicas: 2, configs: [nginx], ...risky }))
  const wish = { configId: nginx.ID, name: 'n2', contentSha256: 'aaaa', sizeBytes: 12 }
  expect(planToText(planConfigRotation(swarm, wish))).toMatchInlineSnapshot(`
    "rotate-config name=shop_nginx successor=n2
    - create-config n2 (replaces shop_nginx) com.docker.stack.namespace=shop team=web io.skep.family=shop_nginx io.skep.replaces=shop_nginx
    - replace-reference web: config shop_nginx → n2 (restarts 2 tasks, stop-first, all at once, monitor 5000 ms, 0 running at worst, on failure continue, no healthcheck)
    ! same_content
    ! interruption services=web
    ! all_at_once services=web
    ! no_healthcheck services=web
    ! failure_action_continue services=web
    ! update_in_progress services=web"
  `)
})

test('a config that nobody uses gets a successor all the same', () => {
  const plan = planConfigRotation(snapshot(nginx), { configId: nginx.ID, name: 'n2', ...content })
  expect(plan.steps).toHaveLength(1)
  expect(planToText(plan)).toContain('! used_by_none')
})

test('labels of ours are made anew: the family stays, the operation that made the predecessor is forgotten', () => {
  const labels = { 'io.skep.family': 'nginx', 'io.skep.replaces': 'nginx', 'io.skep.operation': 'x', constructor: 'c' }
  const second = config({ Name: 'winter', labels, templating: 'golang' })
  const [create] = planConfigRotation(snapshot(second), { configId: second.ID, name: 'spring', ...content }).steps
  expect(create).toMatchObject({
    labels: { 'io.skep.family': 'nginx', 'io.skep.replaces': 'winter', constructor: 'c' },
    templating: 'golang',
  })
  expect(create).not.toHaveProperty(['labels', 'io.skep.operation'])
})

test('two rotations of a secret to any two values have the same plan', () => {
  const swarm = snapshot(password, service({ Name: 'api', secrets: [password] }))
  const plan = () => planDigest(planSecretRotation(swarm, { secretId: password.ID, name: 'db_password_v2' }))
  expect(plan()).toBe(plan())
})

test('a name that only differs by case is taken', () => {
  expect(() => planSecretRotation(snapshot(password), { secretId: password.ID, name: 'DB_Password' })).toThrow(
    'name_taken',
  )
})

test('a secret of a driver has no value that we could give it', () => {
  const vaulted = secret({ Name: 'vaulted', driver: 'vault' })
  expect(() => planSecretRotation(snapshot(vaulted), { secretId: vaulted.ID, name: 'v2' })).toThrow(
    expect.objectContaining({ params: { fields: ['secret'], reasons: ['driver_has_value'] } }),
  )
})

test('a change of another field of a user keeps the digest that was approved; a new user of it does not', () => {
  const wish = { configId: nginx.ID, name: 'n2', ...content }
  const digestOf = (...services: Parameters<typeof snapshot>) =>
    planDigest(planConfigRotation(snapshot(nginx, ...services), wish))
  const user = service({ Name: 'web', configs: [nginx], ...safely })
  const labelled = service({ Name: 'web', configs: [nginx], labels: { team: 'b' }, index: 99, ...safely })
  expect(digestOf(labelled)).toBe(digestOf(user))
  expect(digestOf(user, service({ Name: 'api', configs: [nginx] }))).not.toBe(digestOf(user))
})
