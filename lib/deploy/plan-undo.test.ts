import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { operationOf } from '@/lib/plan/testing/operation'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planDeployUndo } from './plan-undo'
import { applied, appliedObjects, isService } from './testing/applied'
import { converted } from './testing/converted'
import { planned } from './testing/planned'

const first = 'services: {web: {image: "web:1"}, api: {image: "api:1", configs: [site]}}\nconfigs: {site: {file: s}}'
const files = { s: 'x' }

function specsOf(swarm: Snapshot, stack = 'shop'): Record<string, ServiceSpec> {
  const services = [...swarm.service.values()].filter(({ Spec }) => stackOf(Spec.Labels) === stack)
  return Object.fromEntries(services.map(({ Spec }) => [Spec.Name, Spec]))
}

/** The swarm after `before` and then `text` were deployed, what the second did, and the specs that it found. */
function deployed(text: string, before = first) {
  const swarm = applied(converted(before, { files }), planned(before, { files }).resolved)
  const { plan, resolved } = planned(text, { files, snapshot: swarm, options: { prune: true } })
  const objects = appliedObjects(converted(text, { files }), resolved)
  const kept = [...swarm.network.values(), ...swarm.config.values(), ...swarm.secret.values()]
  return {
    plan,
    objects: [...kept, ...objects],
    services: { bodies: { revisionId: 'r2', side: 'before' as const }, services: specsOf(swarm) },
  }
}

function undone(text: string, edit: (service: Service) => Service = (it) => it) {
  const { plan, objects, services } = deployed(text)
  const now = objects.map((object) => (isService(object) ? edit(object) : object))
  return planToText(planDeployUndo(snapshot(...now), operationOf(plan), services))
}

test('services that were changed get their earlier specs, those that were not stay', () => {
  expect(undone(first.replace('web:1', 'web:2'))).toMatchInlineSnapshot(`
    "undo-deploy-stack stack=shop
    - replace-spec shop_web: image (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)
    ! interruption services=shop_web
    ! no_healthcheck services=shop_web"
  `)
})

test('a service that was made goes, and one that was pruned comes back', () => {
  expect(undone(first.replace('web: {', 'shop: {'))).toMatchInlineSnapshot(`
    "undo-deploy-stack stack=shop
    - create-service shop_web (starts 1 task)
    - remove-service shop_shop (stops 1 task)"
  `)
})

test('what others have changed since is put back as well, but said', () => {
  const labelled = (it: Service): Service => ({ ...it, Spec: { ...it.Spec, Labels: { ...it.Spec.Labels, team: 'a' } } })
  expect(undone(first.replace('web:1', 'web:2'), labelled)).toContain(
    '! others_changed service=shop_web fields=deploy.labels.team',
  )
})

test('a service that is as it was before, as after a rollback by the engine, is left alone', () => {
  const { plan, services } = deployed(first.replace('web:1', 'web:2'))
  const rolledBack = applied(converted(first, { files }), planned(first, { files }).resolved)
  expect(() => planDeployUndo(rolledBack, operationOf(plan), services)).toThrow('nothing_to_do')
})

test('steps that never began changed nothing', () => {
  const { plan, objects, services } = deployed(first.replace('web:1', 'web:2'))
  expect(() => planDeployUndo(snapshot(...objects), operationOf(plan, 'pending'), services)).toThrow('nothing_to_do')
})

test('a first deployment is undone by removing what it made', () => {
  const { plan, resolved } = planned(first, { files })
  const swarm = applied(converted(first, { files }), resolved)
  const undo = planDeployUndo(swarm, operationOf(plan), { bodies: { revisionId: 'r1', side: 'before' }, services: {} })
  expect(planToText(undo)).toMatchInlineSnapshot(`
    "undo-deploy-stack stack=shop
    - remove-service shop_web (stops 1 task)
    - remove-service shop_api (stops 1 task)
    - remove-config shop_site
    - remove-network shop_default"
  `)
  expect(undo).toMatchObject({ undoes: 'operation-1', bodies: { revisionId: 'r1', side: 'before' } })
})

test('what was made and somebody else uses by now stays', () => {
  const { plan, resolved } = planned(first, { files })
  const objects = appliedObjects(converted(first, { files }), resolved)
  const site = [...snapshot(...objects).config.values()]
  const other = service({ Name: 'crm', configs: site, template: { Networks: [{ Target: 'network-shop_default' }] } })
  const before = { bodies: { revisionId: 'r1', side: 'before' as const }, services: {} }
  const undo = planDeployUndo(snapshot(...objects, other), operationOf(plan), before)
  expect(undo.steps.map(({ action }) => action)).toEqual(['remove-service', 'remove-service'])
})

test('without the config that an earlier spec needs there is no way back', () => {
  const { plan, objects, services } = deployed(first.replace('configs: [site]', 'user: "1"'))
  const gone = objects.filter((object) => !('Content' in object))
  expect(() => planDeployUndo(snapshot(...gone), operationOf(plan), services)).toThrow(
    expect.objectContaining({ code: 'not_undoable', params: expect.objectContaining({ name: 'shop_site' }) }),
  )
})

test('a service that was removed since stays away', () => {
  const { plan, objects, services } = deployed(first.replace('web:1', 'web:2').replace('api:1', 'api:2'))
  const rest = objects.filter((object) => !('ID' in object && object.ID === 'service-shop_web'))
  const undo = planToText(planDeployUndo(snapshot(...rest), operationOf(plan), services))
  expect(undo).toContain('! service_gone service=shop_web')
  expect(undo).toContain('- replace-spec shop_api: image')
})
