import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planRestore } from './plan-restore'

const first = config({ Name: 'nginx', createdAt: '2026-01-01T00:00:00Z' })
const second = config({ Name: 'nginx_v2', createdAt: '2026-02-01T00:00:00Z' })
const labelled = config({ Name: 'web-conf', labels: { 'io.skep.family': 'nginx' }, createdAt: '2026-03-01T00:00:00Z' })
const safely = {
  update: { Parallelism: 1, Monitor: 1e9, Order: 'start-first', FailureAction: 'rollback' },
  container: { Healthcheck: { Test: ['CMD', 'true'] } },
}

test('services go back to the version that is there; nothing is made, and who has it already stays', () => {
  const swarm = snapshot(
    first,
    second,
    service({ Name: 'api', configs: [second], ...safely }),
    service({ Name: 'web', configs: [first], ...safely }),
  )
  expect(planToText(planRestore(swarm, { kind: 'config', versionId: first.ID }))).toMatchInlineSnapshot(`
    "restore-config name=nginx successor=nginx
    - replace-reference api: config nginx_v2 → nginx (restarts 1 task, start-first, 1 at a time, monitor 1000 ms, 1 running at worst, on failure rollback, healthcheck)
    ! already_there services=web"
  `)
})

test('one that only its name puts into the family is moved when it is chosen, and by itself when its label says so', () => {
  const api = service({ Name: 'api', configs: [first], ...safely })
  const web = service({ Name: 'web', configs: [labelled], ...safely })
  const old = service({ Name: 'old', configs: [second], ...safely })
  const swarm = snapshot(first, second, labelled, api, web, old)
  const moved = (serviceIds?: string[]) =>
    planToText(planRestore(swarm, { kind: 'config', versionId: second.ID, serviceIds }))
      .split('\n')
      .filter((line) => line.startsWith('- '))
      .map((line) => line.slice(2).split(' (')[0])
  expect(moved()).toEqual([
    'replace-reference api: config nginx → nginx_v2',
    'replace-reference web: config web-conf → nginx_v2',
  ])
  expect(moved([web.ID])).toEqual(['replace-reference web: config web-conf → nginx_v2'])
})

test('a version that everybody has already is nothing to restore', () => {
  const swarm = snapshot(first, service({ Name: 'api', configs: [first] }))
  expect(() => planRestore(swarm, { kind: 'config', versionId: first.ID })).toThrow('nothing_to_do')
})
