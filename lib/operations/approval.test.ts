import { expect, test } from 'vitest'
import { planConfigRotation } from '@/lib/rotation/plan-rotation'
import { planScale } from '@/lib/scaling/plan'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { assertApproved, plannedChange } from './approval'

const scale = (wish: Partial<Parameters<typeof service>[0]>) => {
  const it = service({ Name: 'web', replicas: 2, ...wish })
  return planScale(snapshot(it), it.ID, 5)
}

test('the same plan is approved, also when other fields of the service have changed', () => {
  const { digest } = plannedChange(scale({}))
  expect(() => assertApproved(scale({ labels: { team: 'b' }, container: { Image: 'web:2' } }), digest)).not.toThrow()
})

test('when the very field has changed, both values are told', () => {
  const { digest } = plannedChange(scale({}))
  expect(() => assertApproved(scale({ replicas: 3 }), digest)).toThrow(
    expect.objectContaining({
      code: 'version_conflict',
      params: { service: 'web', field: 'replicas', was: 2, now: 3 },
    }),
  )
})

const nginx = config({ Name: 'nginx' })
const rotation = (...services: ReturnType<typeof service>[]) =>
  planConfigRotation(snapshot(nginx, ...services), { configId: nginx.ID, name: 'v2', contentSha256: 'a', sizeBytes: 1 })
const web = (parallelism: number) =>
  service({ Name: 'web', replicas: 4, configs: [nginx], update: { Parallelism: parallelism } })

test('when the change would do something else, what is different is told', () => {
  const { digest } = plannedChange(rotation(web(1)))
  expect(() => assertApproved(rotation(web(2)), digest)).toThrow(
    expect.objectContaining({
      code: 'plan_changed',
      params: expect.objectContaining({
        parts: ['web.effect.parallelism', 'web.effect.lowestRunning'],
        was: ['1', '3'],
        now: ['2', '2'],
      }),
    }),
  )
})

test('a service that joined is told', () => {
  const { digest } = plannedChange(rotation(web(1)))
  const joined = service({ Name: 'api', configs: [nginx] })
  expect(() => assertApproved(rotation(web(1), joined), digest)).toThrow(
    expect.objectContaining({
      params: expect.objectContaining({ parts: expect.arrayContaining(['api.serviceName']) }),
    }),
  )
})

test('a digest that we never gave is refused', () => {
  expect(() => assertApproved(scale({}), 'made up')).toThrow('plan_changed')
})

test('of the plans that were shown, only the last ones are kept', () => {
  const { digest } = plannedChange(scale({ replicas: 1 }))
  for (let replicas = 6; replicas < 520; replicas++) plannedChange(scale({ replicas }))
  expect(() => assertApproved(scale({ replicas: 3 }), digest)).toThrow('plan_changed')
})
