import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { config } from '@/lib/swarm/testing/config'
import { network } from '@/lib/swarm/testing/network'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planStackRemoval } from './plan-removal'

const mount = {
  Type: 'volume',
  Source: 'shop_data',
  Target: '/d',
  VolumeOptions: { Labels: { 'com.docker.stack.namespace': 'shop' } },
}
const own = network({ Name: 'shop_default', stack: 'shop' })
const shared = network({ Name: 'shop_shared', stack: 'shop' })
const front = network({ Name: 'front' })
const site = config({ Name: 'shop_site', stack: 'shop' })
const key = secret({ Name: 'shop_key', stack: 'shop' })
const joining = (...networks: { Id: string }[]) => ({ Networks: networks.map(({ Id }) => ({ Target: Id })) })

const web = service({
  Name: 'shop_web',
  stack: 'shop',
  replicas: 2,
  configs: [site],
  secrets: [key],
  container: { Mounts: [mount] },
  template: joining(own, shared, front),
})
const api = service({ Name: 'shop_api', stack: 'shop', template: joining(own) })

function removed(...others: Parameters<typeof snapshot>) {
  const { plan, services, objects } = planStackRemoval(
    snapshot(own, shared, front, site, key, web, api, ...others),
    'shop',
  )
  const told = objects.map(({ kind, name, verdict, notes }) => {
    return [kind, name, verdict, ...notes.map(({ code }) => code)].join(' ')
  })
  return { text: planToText(plan), services: services.map(({ name, verdict }) => `${name} ${verdict}`), objects: told }
}

test('what belongs to the stack goes: services, then secrets, configs and networks', () => {
  expect(removed().text).toMatchInlineSnapshot(`
    "remove-stack stack=shop
    - remove-service shop_api (stops 1 task)
    - remove-service shop_web (stops 2 tasks)
    - remove-secret shop_key
    - remove-config shop_site
    - remove-network shop_default
    - remove-network shop_shared
    ! volumes_stay volumes=shop_data"
  `)
})

test('volumes and what does not belong to the stack stay', () => {
  expect(removed().services).toEqual(['shop_api remove', 'shop_web remove'])
  expect(removed().objects).toMatchInlineSnapshot(`
    [
      "network front external belongs_outside",
      "network shop_default remove",
      "network shop_shared remove",
      "volume shop_data leave volume_stays",
      "config shop_site remove",
      "secret shop_key remove",
    ]
  `)
})

test('what another stack still uses stays, and so does what a rollback of it would need', () => {
  const user = service({ Name: 'crm_api', stack: 'crm', configs: [site], template: joining(shared) })
  const earlier = service({
    Name: 'crm_web',
    stack: 'crm',
    previous: service({ Name: 'crm_web', secrets: [key] }).Spec,
  })
  const { text, objects } = removed(user, earlier)
  expect(text).toMatchInlineSnapshot(`
    "remove-stack stack=shop
    - remove-service shop_api (stops 1 task)
    - remove-service shop_web (stops 2 tasks)
    - remove-network shop_default
    ! volumes_stay volumes=shop_data
    ! objects_used_elsewhere objects=shop_shared,shop_site,shop_key"
  `)
  expect(objects).toContain('config shop_site leave used_elsewhere')
  expect(objects).toContain('secret shop_key leave kept_for_rollback')
  expect(objects).toContain('network shop_shared leave used_elsewhere')
})

test('a stack of which only a network is left can be removed; one of which nothing is left is not there', () => {
  expect(planToText(planStackRemoval(snapshot(own), 'shop').plan)).toContain('- remove-network shop_default')
  expect(() => planStackRemoval(snapshot(front), 'shop')).toThrow('not_found')
  expect(() => planStackRemoval(snapshot(service({ Name: 'alone' })), '')).toThrow('not_found')
})
