import { expect, test } from 'vitest'
import { planToText } from '@/lib/plan/plan-to-text'
import { planConfigRotation } from '@/lib/rotation/plan-rotation'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import type { RolloutWish } from './rollout'

const nginx = config({ Name: 'nginx' })
const wish = { configId: nginx.ID, name: 'nginx_v2', contentSha256: 'b', sizeBytes: 1 }
const plain: RolloutWish = {
  holdBefore: false,
  holdAfterCanary: false,
  atOnce: 2,
  onFailure: 'undo',
  watchMs: null,
  keepVersions: 3,
}

function actions(users: string[], rollout?: RolloutWish): string[] {
  const services = users.map((Name) => service({ Name, configs: [nginx] }))
  const plan = planConfigRotation(snapshot(nginx, ...services), { ...wish, rollout })
  return planToText(plan)
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.split(/[ :]/).slice(1, 3).join(' '))
}

test('the stops stand before the first service and behind it', () => {
  expect(actions(['a', 'b', 'c'], { ...plain, holdBefore: true, holdAfterCanary: true })).toEqual([
    'create-config nginx_v2',
    'hold change_elsewhere',
    'replace-reference a',
    'hold after_canary',
    'replace-reference b',
    'replace-reference c',
  ])
})

test('behind the only service there is nothing to wait with, and without services there is no stop at all', () => {
  const stops = { ...plain, holdBefore: true, holdAfterCanary: true }
  expect(actions(['a'], stops)).toEqual(['create-config nginx_v2', 'hold change_elsewhere', 'replace-reference a'])
  expect(actions([], stops)).toEqual(['create-config nginx_v2'])
})

test('a plan carries its rollout only where somebody wanted one', () => {
  const swarm = snapshot(nginx, service({ Name: 'a', configs: [nginx] }))
  expect(planConfigRotation(swarm, wish)).not.toHaveProperty('rollout')
  expect(planConfigRotation(swarm, { ...wish, rollout: plain }).rollout).toEqual({
    atOnce: 2,
    onFailure: 'undo',
    watchMs: null,
    keepVersions: 3,
  })
})
