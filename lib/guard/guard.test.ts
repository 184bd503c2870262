import { expect, test } from 'vitest'
import { applyIntent } from '@/lib/plan/intent'
import { updateStep } from '@/lib/plan/update-step'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { guard } from './guard'

const web = service({ Name: 'web', configs: [config({ Name: 'nginx' })], replicas: 2 })
const scale = updateStep(snapshot(web), web, { action: 'set-replicas', from: 2, to: 3 })
const rotate = updateStep(snapshot(web), web, {
  action: 'replace-reference',
  kind: 'config',
  from: { name: 'nginx', id: 'config-nginx' },
  to: { name: 'nginx_v2', id: 'config-nginx_v2' },
})

function sent(step: typeof scale, edit: (spec: ServiceSpec) => void = () => {}) {
  const spec = structuredClone(applyIntent(web.Spec, step))
  edit(spec)
  return () => guard(spec, { before: web.Spec, step, actorId: 'user-1' })
}

test('what was planned may be sent', () => {
  expect(sent(scale)).not.toThrow()
  expect(sent(rotate)).not.toThrow()
})

const more: [string, (spec: ServiceSpec) => void][] = [
  ['another image', (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Image: 'evil' })],
  ['a field that we do not know', (spec) => Object.assign(spec.TaskTemplate, { Later: true })],
  ['a lost label', (spec) => Object.assign(spec, { Labels: undefined })],
  [
    'another path of the file',
    (spec) => {
      const [reference] = spec.TaskTemplate.ContainerSpec?.Configs ?? []
      Object.assign(reference?.File ?? {}, { Name: '/etc/passwd' })
    },
  ],
]

test.each(more)('%s besides is refused', (_name, edit) => {
  expect(sent(scale, edit)).toThrow('not_allowed')
  expect(sent(rotate, edit)).toThrow('not_allowed')
})

test('a rotation may not scale, and scaling may not rotate', () => {
  expect(sent(rotate, (spec) => Object.assign(spec, { Mode: { Replicated: { Replicas: 9 } } }))).toThrow('not_allowed')
  const swap = (spec: ServiceSpec) => Object.assign(spec, applyIntent(spec, rotate))
  expect(sent(scale, swap)).toThrow('not_allowed')
})
