import { expect, test } from 'vitest'
import { targetBodies } from '@/lib/deploy/target'
import { appliedObjects, isService } from '@/lib/deploy/testing/applied'
import { converted } from '@/lib/deploy/testing/converted'
import { planned } from '@/lib/deploy/testing/planned'
import { planToText } from '@/lib/plan/plan-to-text'
import { operationOf } from '@/lib/plan/testing/operation'
import type { Service } from '@/lib/swarm/engine-types'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { driftBaseline } from './drift'
import { planFieldUndo } from './plan-field-undo'
import { planPutBack } from './plan-put-back'

const text = `
services: {web: {image: "web:1", environment: {A: 1}, configs: [site]}}
configs: {site: {file: s}}
`
const files = { s: 'x' }
const { resolved } = planned(text, { files })
const target = converted(text, { files })
const wanted = driftBaseline(targetBodies(target, resolved).services, '1.51').get('shop_web')?.form

function live(edit: (service: Service) => void) {
  const objects = appliedObjects(target, resolved).map((object) => structuredClone(object))
  const service = objects.find(isService)
  if (!service || !wanted) throw new Error('no service')
  edit(service)
  const swarm = snapshot(...objects)
  const plan = (field: string, now = swarm) =>
    planPutBack(now, {
      stack: 'shop',
      service,
      field,
      wanted,
      title: { code: 'put-back-field', params: { stack: 'shop', service: 'shop_web', field } },
      bodies: { revisionId: 'r1', side: 'target', field },
      undoes: null,
    })
  return { swarm, service, plan }
}

const scaleAndLabel = ({ Spec }: Service) => {
  Object.assign(Spec, { Mode: { Replicated: { Replicas: 4 } }, Labels: { ...Spec.Labels, team: 'a' } })
}

test('one field gets the value of the file, and what else differs stays', () => {
  const { plan } = live(scaleAndLabel)
  expect(planToText(plan('deploy.replicas'))).toMatchInlineSnapshot(`
    "put-back-field stack=shop service=shop_web field=deploy.replicas
    - replace-spec shop_web: deploy.replicas (stops 3 tasks)"
  `)
  expect(plan('deploy.labels.team').steps).toMatchObject([
    { changes: [{ path: 'deploy.labels.team', before: 'a', after: null }], effect: { kind: 'none' } },
  ])
})

test('values of the environment are no part of the plan', () => {
  const { plan } = live(({ Spec }) => Object.assign(Spec.TaskTemplate.ContainerSpec ?? {}, { Env: ['A=secret'] }))
  expect(JSON.stringify(plan('environment.A'))).not.toContain('secret')
  expect(plan('environment.A').steps).toMatchObject([{ changes: [{ path: 'environment.A', isMasked: true }] }])
})

test('what does not differ, or not alone, is refused', () => {
  const { plan } = live(scaleAndLabel)
  expect(() => plan('image')).toThrow('field_not_alone')
  expect(() => plan('credential_spec.config')).toThrow('field_not_alone')
})

test('a config that is gone cannot be put back', () => {
  const { service, plan, swarm } = live(({ Spec }) =>
    Object.assign(Spec.TaskTemplate.ContainerSpec ?? {}, { Configs: [] }),
  )
  expect(plan('configs.site').steps).toMatchObject([{ serviceId: service.ID }])
  expect(() => plan('configs.site', { ...swarm, config: new Map() })).toThrow('not_found')
})

test('the way back gives the field the value that it had, and nothing else', () => {
  const { plan, service } = live(scaleAndLabel)
  const operation = operationOf(plan('deploy.replicas'))
  const before = { shop_web: service.Spec }
  const now = live(({ Spec }) => Object.assign(Spec, { Labels: { ...Spec.Labels, team: 'b' } }))
  const bodies = { revisionId: null, side: 'before' as const, operationId: operation.id }
  const undo = planFieldUndo(now.swarm, operation, { bodies, services: before })
  expect(undo).toMatchObject({
    title: { code: 'undo-put-back-field' },
    undoes: 'operation-1',
    bodies: { operationId: 'operation-1', field: 'deploy.replicas' },
    steps: [{ changes: [{ path: 'deploy.replicas', before: '1', after: '4' }] }],
  })
})
