import { expect, test, vi } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { network } from '@/lib/swarm/testing/network'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { driftBaseline, driftOf } from './drift/drift'
import { targetBodies } from './target'
import { applied } from './testing/applied'
import { converted } from './testing/converted'
import { planned } from './testing/planned'
import { randomStack } from './testing/random-stack'

vi.setConfig({ testTimeout: 60_000 })

const files = { f: 'content' }
const outside = snapshot(network({ Name: 'outside' }))
const seeds = Array.from({ length: 30 }, (_, index) => index + 1)

test.each(seeds)('what was deployed has nothing to do, however images are resolved: stack %i', (seed) => {
  const { text } = randomStack(seed)
  const first = planned(text, { files, snapshot: outside })
  expect(first.problems).toEqual([])
  const target = converted(text, { files })
  const swarm = applied(target, first.resolved)
  for (const resolveImage of ['always', 'changed', 'never'] as const) {
    const again = planned(text, { files, snapshot: swarm, options: { resolveImage, prune: true } })
    expect(planToText(again.plan)).toBe('deploy-stack stack=shop\n! nothing_changes')
  }
  const baseline = driftBaseline(targetBodies(target, first.resolved).services, '1.51')
  expect(driftOf(swarm, 'shop', baseline).services).toEqual([])
})

test.each(seeds)(
  'a change of one service is a step for it alone, and its fields tell what changed: stack %i',
  (seed) => {
    const { text, edited, changedKey } = randomStack(seed)
    const { resolved } = planned(text, { files, snapshot: outside })
    const swarm = applied(converted(text, { files }), resolved)
    const { plan, services, resolved: after } = planned(edited, { files, snapshot: swarm })
    expect(plan.steps).toMatchObject([{ action: 'replace-spec', serviceName: `shop_${changedKey}` }])
    const [changed, ...others] = services.filter(({ changes }) => changes.length > 0)
    expect(others).toEqual([])
    expect(changed?.changes).toEqual([
      { path: expect.stringMatching(/labels\.seed$/), before: null, after: `${seed}`, isMasked: false },
    ])
    const now = applied(converted(edited, { files }), after)
    expect(planned(edited, { files, snapshot: now }).plan.steps).toEqual([])
  },
)
