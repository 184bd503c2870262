import { expect, test } from 'vitest'
import { applyIntent, fieldState, type Intent } from '@/lib/plan/intent'
import { isUpdateStep } from '@/lib/plan/plan'
import { planToText } from '@/lib/plan/plan-to-text'
import { config } from '@/lib/swarm/testing/config'
import { secret } from '@/lib/swarm/testing/secret'
import { configReference, service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planMoveToSecret } from './plan-move-to-secret'

const settings = config({ Name: 'settings', stack: 'shop' })
const other = config({ Name: 'other' })
const file = { Name: 'app.conf', UID: '33', GID: '44', Mode: 0o400 }
const api = service({
  Name: 'shop_api',
  stack: 'shop',
  container: { Configs: [configReference(other), { ...configReference(settings), File: file }] },
})
const web = service({ Name: 'shop_web', stack: 'shop', configs: [settings] })
const swarm = snapshot(settings, other, api, web)
const wish = { configId: settings.ID }

test('a secret with the content of the config, then its users one after the other', () => {
  expect(planToText(planMoveToSecret(swarm, wish))).toMatchInlineSnapshot(`
    "move-to-secret name=settings secret=settings
    - create-secret settings com.docker.stack.namespace=shop io.skep.moved-from=settings
    - move-reference shop_api: config settings → secret settings (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)
    - move-reference shop_web: config settings → secret settings (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)
    ! interruption services=shop_api,shop_web
    ! no_healthcheck services=shop_api,shop_web"
  `)
  expect(planMoveToSecret(swarm, wish).steps[0]).toMatchObject({
    labels: { 'com.docker.stack.namespace': 'shop', 'io.skep.moved-from': 'settings' },
    source: { kind: 'config', id: 'config-settings' },
  })
})

test('the file keeps its path, owner and mode, on the way there and back', () => {
  const step = planMoveToSecret(swarm, wish).steps.find((it) => isUpdateStep(it) && it.serviceName === 'shop_api')
  if (step?.action !== 'move-reference') throw new Error('it is not moved')
  const made = { ...step.to, id: 'secret-settings' }
  const after = applyIntent(api.Spec, { ...step, to: made })
  expect(after.TaskTemplate.ContainerSpec).toMatchObject({
    Configs: [{ ConfigName: 'other' }],
    Secrets: [{ SecretID: 'secret-settings', SecretName: 'settings', File: { ...file, Name: '/app.conf' } }],
  })
  const back: Intent = { action: 'move-reference', from: made, to: step.from, targets: step.targets }
  expect(applyIntent(after, back)).toEqual({
    ...api.Spec,
    TaskTemplate: {
      ...api.Spec.TaskTemplate,
      ContainerSpec: { ...api.Spec.TaskTemplate.ContainerSpec, Secrets: [] },
    },
  })
  expect([fieldState(api.Spec, step), fieldState(after, step), fieldState(after, back)]).toEqual(['from', 'to', 'from'])
})

test('the name is the config’s own, or a free one in its style', () => {
  const taken = snapshot(settings, web, secret({ Name: 'Settings' }))
  expect(planMoveToSecret(taken, wish).title.params).toEqual({ name: 'settings', secret: 'settings_v2' })
  expect(() => planMoveToSecret(taken, { ...wish, name: 'settings' })).toThrow('name_taken')
})

test('what cannot be a secret is refused, and what nobody uses is not moved', () => {
  const large = { ...settings, Content: { SizeBytes: 512_000, Sha256: 'a', Format: 'text' as const } }
  expect(() => planMoveToSecret(snapshot(large, web), wish)).toThrow(
    expect.objectContaining({ params: { fields: ['config'], reasons: ['content_too_large'] } }),
  )
  const { File: _file, ...credentials } = configReference(settings)
  const windows = service({ Name: 'w', container: { Configs: [{ ...credentials, Runtime: {} }] } })
  expect(() => planMoveToSecret(snapshot(settings, windows), wish)).toThrow(
    expect.objectContaining({ params: { fields: ['config'], reasons: ['credential_spec'] } }),
  )
  expect(() => planMoveToSecret(snapshot(settings), wish)).toThrow('nothing_to_do')
})
