import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { config } from '@/lib/swarm/testing/config'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { task } from '@/lib/swarm/testing/task'
import { planRemoval } from './plan-removal'

const first = config({ Name: 'nginx' })
const second = config({ Name: 'nginx_v2' })
const before = service({ Name: 'shop_web', configs: [first] })
const rotated = service({ Name: 'shop_web', configs: [second] })

function refusal(...objects: Parameters<typeof snapshot>): unknown {
  try {
    return planToText(planRemoval(snapshot(first, second, ...objects), 'config', first.ID))
  } catch (error) {
    return error
  }
}

test('what nothing names can go', () => {
  expect(refusal(rotated)).toMatchInlineSnapshot(`
    "remove-config name=nginx
    - remove-config nginx"
  `)
})

test('what a spec names stays', () => {
  expect(refusal(before)).toMatchObject({
    code: 'still_in_use',
    params: { kind: 'config', name: 'nginx', services: ['shop_web'], by: ['spec'] },
  })
})

test('what only a previous spec names stays too, although the engine would delete it: a rollback needs it', () => {
  expect(refusal({ ...rotated, PreviousSpec: before.Spec })).toMatchObject({ params: { by: ['previous'] } })
})

test('what only a living task has stays', () => {
  const stopping = task(before, { desired: 'shutdown', state: 'running' })
  expect(refusal(rotated, stopping)).toMatchObject({ params: { by: ['task'] } })
})

test('a task that has ended needs nothing', () => {
  expect(refusal(rotated, task(before, { desired: 'shutdown', state: 'shutdown' }))).toContain('remove-config nginx')
})

test('a config does not keep a secret of the same name', () => {
  const same = secret({ Name: 'nginx' })
  expect(planToText(planRemoval(snapshot(first, same, before), 'secret', same.ID))).toContain('remove-secret nginx')
})

test('what is gone is not found', () => {
  expect(() => planRemoval(snapshot(), 'secret', 'secret-gone')).toThrow('not_found')
})
