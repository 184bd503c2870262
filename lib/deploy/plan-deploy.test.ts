import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { node } from '@/lib/swarm/testing/node'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { applied, appliedObjects } from './testing/applied'
import { converted } from './testing/converted'
import { planned } from './testing/planned'

const shop = `
services:
  web:
    image: shop/web:1
    ports: ["8080:80"]
    configs: [nginx]
    deploy: {replicas: 3, update_config: {order: start-first, failure_action: rollback}}
  api:
    image: shop/api:1
    environment: {DB_HOST: db}
    secrets: [key]
configs:
  nginx: {file: nginx.conf}
secrets:
  key: {file: key.txt}
`
const files = { 'nginx.conf': 'server {}', 'key.txt': 'secret' }

function deployed(text: string, contents: Record<string, string> = files) {
  const { resolved } = planned(text, { files: contents })
  return { target: converted(text, { files: contents }), resolved }
}

test('a new stack: networks, secrets, configs, then services', () => {
  expect(planToText(planned(shop, { files }).plan)).toMatchInlineSnapshot(`
    "deploy-stack stack=shop
    - create-network shop_default (overlay)
    - create-secret shop_key com.docker.stack.namespace=shop
    - create-config shop_nginx com.docker.stack.namespace=shop
    - create-service shop_api (starts 1 task)
    - create-service shop_web (starts 3 tasks)"
  `)
})

test('what was deployed is deployed again: nothing to do', () => {
  const { target, resolved } = deployed(shop)
  const again = planned(shop, { files, snapshot: applied(target, resolved) })
  expect(planToText(again.plan)).toMatchInlineSnapshot(`
    "deploy-stack stack=shop
    ! nothing_changes"
  `)
  expect(again.services.map(({ verdict }) => verdict)).toEqual(['unchanged', 'unchanged'])
  expect(again.objects.map(({ name, verdict }) => `${name} ${verdict}`)).toMatchInlineSnapshot(`
    [
      "shop_default unchanged",
      "shop_key unchanged",
      "shop_nginx unchanged",
    ]
  `)
})

test('only the service that changes is sent, and its fields are told, but no value of its environment', () => {
  const { target, resolved } = deployed(shop)
  const edited = shop.replace('DB_HOST: db', 'DB_HOST: other').replace('api:1', 'api:2')
  const { plan, services } = planned(edited, { files, snapshot: applied(target, resolved) })
  expect(planToText(plan)).toMatchInlineSnapshot(`
    "deploy-stack stack=shop
    - replace-spec shop_api: image, environment.DB_HOST (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)
    ! interruption services=shop_api
    ! no_healthcheck services=shop_api"
  `)
  expect(services.find(({ key }) => key === 'api')?.changes).toMatchInlineSnapshot(`
    [
      {
        "after": "shop/api:2@sha256:1111111111111111111111111111111111111111111111111111111111111111",
        "before": "shop/api:1@sha256:1111111111111111111111111111111111111111111111111111111111111111",
        "isMasked": false,
        "path": "image",
      },
      {
        "after": null,
        "before": null,
        "isMasked": true,
        "path": "environment.DB_HOST",
      },
    ]
  `)
})

test('pruned services go last', () => {
  const { target, resolved } = deployed(shop)
  const swarm = snapshot(...appliedObjects(target, resolved), node({ Hostname: 'node1' }))
  const text = 'services: {api: {image: "shop/api:2"}, mail: {image: mail}}'
  expect(planToText(planned(text, { snapshot: swarm, options: { prune: true } }).plan)).toMatchInlineSnapshot(`
    "deploy-stack stack=shop
    - replace-spec shop_api: image, environment.DB_HOST, secrets.key (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)
    - create-service shop_mail (starts 1 task)
    - remove-service shop_web (stops 3 tasks)
    ! interruption services=shop_api
    ! no_healthcheck services=shop_api"
  `)
  expect(planned(text, { snapshot: swarm }).services.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    'shop_api restart',
    'shop_mail create',
    'shop_web leave',
  ])
})

test('a service to be pruned that holds a port which another one takes goes before', () => {
  const swarm = snapshot(
    service({ Name: 'shop_old', stack: 'shop', ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080 }] }),
  )
  const text = 'services: {web: {image: "shop/web:1", ports: ["8080:80"]}}'
  expect(planToText(planned(text, { snapshot: swarm, options: { prune: true } }).plan)).toMatchInlineSnapshot(`
    "deploy-stack stack=shop
    - create-network shop_default (overlay)
    - remove-service shop_old (stops 1 task)
    - create-service shop_web (starts 1 task)"
  `)
})
