import { expect, test } from 'vitest'
import { withLabels } from '@/lib/plan/label-values'
import { planToText } from '@/lib/plan/plan-to-text'
import { operationOf } from '@/lib/plan/testing/operation'
import { planFamily } from '@/lib/rotation/plan-family'
import { planRemoval } from '@/lib/rotation/plan-removal'
import { planConfigRotation } from '@/lib/rotation/plan-rotation'
import { planScale } from '@/lib/scaling/plan'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planUndo } from './plan-undo'

const first = config({ Name: 'nginx' })
const second = config({ Name: 'nginx_v2' })
const third = config({ Name: 'nginx_v3' })

const web = (...configs: (typeof first)[]) => service({ Name: 'shop_web', stack: 'shop', configs })
const crm = (...configs: (typeof first)[]) => service({ Name: 'crm_web', stack: 'crm', configs })
const wish = { configId: first.ID, name: 'nginx_v2', contentSha256: 'b', sizeBytes: 2 }
const rotation = planConfigRotation(snapshot(first, web(first), crm(first)), wish)

test('services are pointed back at the predecessor, the last one first, and nothing is removed', () => {
  const now = snapshot(first, second, web(second), crm(second))
  expect(planToText(planUndo(now, operationOf(rotation)))).toMatchInlineSnapshot(`
    "undo-rotate-config name=nginx successor=nginx_v2
    - replace-reference shop_web: config nginx_v2 → nginx (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)
    - replace-reference crm_web: config nginx_v2 → nginx (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)"
  `)
})

test('an operation that stopped half-way is taken back as far as it came', () => {
  const now = snapshot(first, second, crm(second), web(first))
  const plan = planUndo(now, operationOf(rotation, ['converged', 'failed', 'pending']))
  expect(plan.steps).toMatchObject([
    { serviceName: 'crm_web', from: { name: 'nginx_v2', id: second.ID }, to: { name: 'nginx', id: first.ID } },
  ])
})

test('what others changed since is kept: only our field goes back', () => {
  const labelled = { ...web(second), Spec: { ...web(second).Spec, Labels: { team: 'b' } } }
  expect(planUndo(snapshot(first, second, labelled, crm(first)), operationOf(rotation)).steps).toHaveLength(1)
})

test('a field that somebody changed again is left alone and told', () => {
  const now = snapshot(first, second, third, web(third), crm(second))
  expect(planToText(planUndo(now, operationOf(rotation)))).toMatchInlineSnapshot(`
    "undo-rotate-config name=nginx successor=nginx_v2
    - replace-reference crm_web: config nginx_v2 → nginx (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)
    ! changed_since service=shop_web field=config was=nginx_v2 now=nginx_v3"
  `)
})

test('when every field was changed again, that is a conflict', () => {
  const now = snapshot(first, second, third, web(third), crm(third))
  expect(() => planUndo(now, operationOf(rotation))).toThrow(
    expect.objectContaining({
      code: 'version_conflict',
      params: { service: 'shop_web', field: 'config', was: 'nginx_v2', now: 'nginx_v3' },
    }),
  )
})

test('a service that is gone is told, the others go back', () => {
  const plan = planUndo(snapshot(first, second, web(second)), operationOf(rotation))
  expect(plan.notes).toEqual([{ code: 'service_gone', params: { service: 'crm_web' } }])
  expect(plan.steps).toHaveLength(1)
})

test('what is back already is nothing to do', () => {
  expect(() => planUndo(snapshot(first, second, web(first), crm(first)), operationOf(rotation))).toThrow(
    'nothing_to_do',
  )
})

test('without the predecessor there is no way back', () => {
  expect(() => planUndo(snapshot(second, web(second), crm(second)), operationOf(rotation))).toThrow(
    expect.objectContaining({
      code: 'not_undoable',
      params: { reason: 'predecessor_removed', kind: 'config', name: 'nginx' },
    }),
  )
})

test('scaling goes back to the number before, and an undo is taken back by scaling again', () => {
  const api = (replicas: number) => service({ Name: 'api', replicas })
  const scale = operationOf(planScale(snapshot(api(2)), 'service-api', 5))
  const undo = planUndo(snapshot(api(5)), scale)
  expect(planToText(undo)).toMatchInlineSnapshot(`
    "undo-scale-service service=api from=2 to=5
    - set-replicas api 5 → 2 (stops 3 tasks)"
  `)
  expect(planToText(planUndo(snapshot(api(2)), operationOf(undo)))).toMatchInlineSnapshot(`
    "scale-service service=api from=2 to=5
    - set-replicas api 2 → 5 (starts 3 tasks)"
  `)
})

test('labels become what they were, where they are still ours', () => {
  const answer = { kind: 'config', names: ['nginx', 'nginx_v2', 'nginx_v3'], family: 'proxy' } as const
  const answered = operationOf(planFamily(snapshot(first, second, third), answer))
  const label = { 'io.skep.family': 'proxy' }
  const labelled = config({ Name: 'nginx', labels: { ...label, team: 'web' } })
  const others = [config({ Name: 'nginx_v2', labels: { 'io.skep.family': 'other' } })]
  const undo = planUndo(snapshot(labelled, ...others), answered)
  expect(undo).toMatchObject({
    title: { code: 'undo-confirm-family' },
    steps: [{ action: 'set-labels', name: 'nginx', labels: { 'io.skep.family': null }, was: label }],
  })
  expect(withLabels(labelled.Spec.Labels ?? {}, { 'io.skep.family': null })).toEqual({ team: 'web' })
})

test('a removal cannot be taken back', () => {
  const removal = operationOf(planRemoval(snapshot(first), 'config', first.ID))
  expect(() => planUndo(snapshot(), removal)).toThrow('not_undoable')
})
