import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { config } from '@/lib/swarm/testing/config'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { task } from '@/lib/swarm/testing/task'
import { type CleanUpWish, cleanUpVerdicts, planCleanUp } from './plan-clean-up'

const versions = [1, 2, 3, 4, 5, 6].map((n) =>
  config({ Name: n === 1 ? 'nginx' : `nginx_v${n}`, createdAt: `2026-0${n}-01T00:00:00Z` }),
)
const [v1, v2, v3, v4, v5, v6] = versions
if (!v1 || !v2 || !v3 || !v4 || !v5 || !v6) throw new Error('six versions')

const web = service({
  Name: 'web',
  configs: [v6],
  previous: service({ Name: 'web', configs: [v3] }).Spec,
})
const wish: CleanUpWish = { kinds: ['config', 'secret'], keep: 2, neededByRevisions: () => [] }

function reasons(change: Partial<CleanUpWish> = {}, ...more: Parameters<typeof snapshot>) {
  const swarm = snapshot(...versions, web, ...more)
  return cleanUpVerdicts(swarm, { ...wish, ...change }).map(
    ({ name, keptBecause }) => `${name}: ${keptBecause.map(({ code }) => code).join(' ') || 'goes'}`,
  )
}

test('what a spec, a previous spec or a running task needs stays, and so do the newest ones', () => {
  const late = task(web, { ID: 'late', spec: service({ Name: 'web', configs: [v2] }).Spec.TaskTemplate })
  expect(reasons({}, late)).toEqual([
    'nginx: goes',
    'nginx_v2: task',
    'nginx_v3: rollback',
    'nginx_v4: goes',
    'nginx_v5: recent',
    'nginx_v6: in_use recent',
  ])
})

test('a revision that one may roll back to keeps its versions', () => {
  const neededByRevisions: CleanUpWish['neededByRevisions'] = (kind, name) =>
    kind === 'config' && name === 'nginx_v4' ? ['shop'] : []
  expect(reasons({ neededByRevisions })[3]).toBe('nginx_v4: revision')
})

test('a family of one version is never old, and other families are left alone when some are named', () => {
  expect(reasons({ keep: 0 }, secret({ Name: 'alone' })).filter((line) => line.startsWith('alone'))).toEqual([])
  expect(reasons({ families: ['other'] })).toEqual([])
})

test('only what may go is removed', () => {
  const swarm = snapshot(...versions, web)
  expect(planToText(planCleanUp(swarm, cleanUpVerdicts(swarm, wish)))).toMatchInlineSnapshot(`
    "clean-up count=3
    - remove-config nginx
    - remove-config nginx_v2
    - remove-config nginx_v4"
  `)
  expect(planCleanUp(swarm, cleanUpVerdicts(swarm, { ...wish, keep: 6 })).steps).toEqual([])
})
