import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planServiceRollback } from './plan-service-rollback'

const before = service({ Name: 'web', container: { Image: 'shop/web:1', Env: ['A=1'] } })
const web = service({ Name: 'web', container: { Image: 'shop/web:2', Env: ['A=1'] } })

test('a service gets its previous spec as a new update', () => {
  const withPrevious = { ...web, PreviousSpec: before.Spec }
  const plan = planServiceRollback(snapshot(withPrevious), withPrevious)
  expect(planToText(plan)).toMatchInlineSnapshot(`
    "roll-back-service service=web
    - replace-spec web: image (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)
    ! interruption services=web
    ! no_healthcheck services=web"
  `)
  expect(plan.bodies).toEqual({ revisionId: null, side: 'previous' })
})

test('without another spec to go back to, it is said why', () => {
  expect(() => planServiceRollback(snapshot(web), web)).toThrow('not_undoable')
  const same = { ...web, PreviousSpec: web.Spec }
  expect(() => planServiceRollback(snapshot(same), same)).toThrow('nothing_to_do')
})
