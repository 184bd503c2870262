import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { liveForm } from '@/lib/deploy/deploy-context'
import { fieldChanges } from '@/lib/deploy/field-changes'
import { applied } from '@/lib/deploy/testing/applied'
import { converted } from '@/lib/deploy/testing/converted'
import { planned } from '@/lib/deploy/testing/planned'
import { randomStack } from '@/lib/deploy/testing/random-stack'
import { comparableForm } from '@/lib/plan/spec-form'
import { network } from '@/lib/swarm/testing/network'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { withField } from './with-field'

const files = { f: 'content' }

/** The spec of a service as a swarm has it, and how it is compared. */
function live(text: string, service: string) {
  const { resolved } = planned(text, { files, snapshot: snapshot(network({ Name: 'outside' })) })
  const swarm = applied(converted(text, { files }), resolved)
  const spec = [...swarm.service.values()].find(({ Spec }) => Spec.Name === service)?.Spec
  if (!spec) throw new Error(`no ${service}`)
  const context = liveForm(swarm)
  return { spec, context, form: comparableForm(spec, context) }
}

/** What still differs once the field was taken from the other file. */
function differencesAfter(own: string, other: string, field: string) {
  const [now, wanted] = [live(`services: {a: ${own}}`, 'shop_a'), live(`services: {a: ${other}}`, 'shop_a')]
  const spec = withField(now.spec, wanted.form, field, now.context)
  return spec && fieldChanges(comparableForm(spec, now.context), wanted.form).map(({ path }) => path)
}

test.each([
  ['environment.B', '{image: a, environment: {A: 1, B: 2}}', '{image: a, environment: {A: 1, B: 3}}'],
  ['environment.B', '{image: a, environment: {A: 1, C: 3}}', '{image: a, environment: {A: 1, B: 2, C: 3}}'],
  ['environment.B', '{image: a, environment: {A: 1, B: 2}}', '{image: a, environment: {A: 1}}'],
  ['environment', '{image: a, environment: [B=1, A=1]}', '{image: a, environment: [A=1, B=1]}'],
  ['deploy.labels.a.b', '{image: a}', '{image: a, deploy: {labels: {a.b: c}}}'],
  ['labels.a', '{image: a, labels: {a: b}}', '{image: a}'],
  ['deploy.replicas', '{image: a, deploy: {replicas: 3}}', '{image: a}'],
  ['ports', '{image: a, ports: ["80:80"]}', '{image: a, ports: ["81:80", "90:90"]}'],
  ['deploy.resources.limits.memory', '{image: a}', '{image: a, deploy: {resources: {limits: {memory: 64M}}}}'],
  ['deploy.resources.limits.memory', '{image: a, deploy: {resources: {limits: {memory: 64M}}}}', '{image: a}'],
  ['volumes./d', '{image: a, volumes: ["/x:/d"]}', '{image: a, volumes: ["/x:/d:ro", "/y:/d.x"]}'],
  ['image', '{image: "a:1"}', '{image: "a:2"}'],
])('%s alone is taken', (field, own, other) => {
  expect(differencesAfter(own, other, field)).not.toContain(field)
})

test('what else differs stays, and so does what nobody knows', () => {
  const own = '{image: "a:1", labels: {x: y}, environment: {A: 1}}'
  const [now, wanted] = [live(`services: {a: ${own}}`, 'shop_a'), live('services: {a: {image: "a:2"}}', 'shop_a')]
  const spec = Object.assign(now.spec, { Later: { kept: true } })
  const taken = withField(spec, wanted.form, 'image', now.context)
  expect(taken).toMatchObject({ Later: { kept: true } })
  expect(differencesAfter(own, '{image: "a:2"}', 'image')).toEqual(['environment.A', 'labels.x'])
})

test('a credential spec goes by an id, so it cannot be taken alone', () => {
  const { spec, form, context } = live('services: {a: {image: a}}', 'shop_a')
  expect(withField(spec, form, 'credential_spec.config', context)).toBeNull()
})

test('of any two files, each field that differs can be taken, and then differs no more', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (one, other) => {
      const [now, wanted] = [live(randomStack(one).text, 'shop_s0'), live(randomStack(other).text, 'shop_s0')]
      for (const { path } of fieldChanges(now.form, wanted.form)) {
        const spec = withField(now.spec, wanted.form, path, now.context)
        const left = spec && fieldChanges(comparableForm(spec, now.context), wanted.form).map((change) => change.path)
        expect(left).not.toContain(path)
      }
    }),
    { numRuns: 60 },
  )
})
