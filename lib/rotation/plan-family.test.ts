import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { config } from '@/lib/swarm/testing/config'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planFamily } from './plan-family'

const swarm = snapshot(
  config({ Name: 'summer', labels: { 'io.skep.family': 'season' } }),
  config({ Name: 'winter', stack: 'shop' }),
  config({ Name: 'winter_v2' }),
)

test('objects that belong together get one label, and those that have it already are left alone', () => {
  const plan = planFamily(swarm, { kind: 'config', names: ['summer', 'winter'], family: 'season' })
  expect(planToText(plan)).toMatchInlineSnapshot(`
    "confirm-family names=summer,winter family=season isOne=true
    - set-labels config winter io.skep.family=season"
  `)
})

test('objects that do not belong together are each a family of their own', () => {
  const plan = planFamily(swarm, { kind: 'config', names: ['winter', 'winter_v2'], family: null })
  expect(plan.steps.map((step) => 'labels' in step && step.labels)).toEqual([
    { 'io.skep.family': 'winter' },
    { 'io.skep.family': 'winter_v2' },
  ])
})

test('an answer that is noted already is nothing to do, and one about what is gone is refused', () => {
  expect(() => planFamily(swarm, { kind: 'config', names: ['summer'], family: 'season' })).toThrow('nothing_to_do')
  expect(() => planFamily(swarm, { kind: 'config', names: ['spring'], family: 'season' })).toThrow('not_found')
})

test('what is not a version of the other stays in the family that it has', () => {
  const plan = planFamily(swarm, { kind: 'config', names: ['winter_v2', 'summer'], family: null })
  expect(plan.steps).toMatchObject([
    { name: 'winter_v2', labels: { 'io.skep.family': 'winter' }, was: { 'io.skep.family': null } },
  ])
})
