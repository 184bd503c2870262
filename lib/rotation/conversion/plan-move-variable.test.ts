import { expect, test } from 'vitest'
import { applyIntent, fieldState } from '@/lib/plan/intent'
import { planToText } from '@/lib/plan/plan-to-text'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planMoveVariable } from './plan-move-variable'

const env = ['A=1', 'POSTGRES_PASSWORD=hunter2=x', 'Z=2']
const db = (Env = env, Image = 'postgres:16@sha256:1') =>
  service({ Name: 'shop_db', stack: 'shop', container: { Image, Env } })
const wish = { serviceId: 'service-shop_db', variable: 'POSTGRES_PASSWORD' }
const plan = (...more: Parameters<typeof db>) => planMoveVariable(snapshot(db(...more)), wish)

test('a secret with the value, then the variable that names its file; the value is nowhere in the plan', () => {
  expect(planToText(plan())).toMatchInlineSnapshot(`
    "move-variable variable=POSTGRES_PASSWORD service=shop_db secret=shop_db_postgres_password
    - create-secret shop_db_postgres_password com.docker.stack.namespace=shop io.skep.moved-from-variable=POSTGRES_PASSWORD
    - move-variable shop_db: POSTGRES_PASSWORD → POSTGRES_PASSWORD_FILE of secret shop_db_postgres_password (restarts 1 task, stop-first, 1 at a time, monitor 5000 ms, 0 running at worst, on failure pause, no healthcheck)
    ! interruption services=shop_db
    ! no_healthcheck services=shop_db"
  `)
  expect(JSON.stringify(plan())).not.toContain('hunter2')
  expect(plan().steps[0]).toMatchObject({
    source: { kind: 'variable', serviceId: 'service-shop_db', name: 'POSTGRES_PASSWORD' },
  })
})

test('one variable changes and the order stays that of the CLI, on the way there and back', () => {
  const step = plan().steps[1]
  if (step?.action !== 'move-variable') throw new Error('it is not moved')
  const { Spec } = db()
  const after = applyIntent(Spec, { ...step, secret: { ...step.secret, id: 's' } })
  const target = '/run/secrets/shop_db_postgres_password'
  expect(after.TaskTemplate.ContainerSpec).toMatchObject({
    Env: ['A=1', `POSTGRES_PASSWORD_FILE=${target}`, 'Z=2'],
    Secrets: [{ SecretID: 's', SecretName: 'shop_db_postgres_password', File: { Name: 'shop_db_postgres_password' } }],
  })
  const back = { ...step, isBack: true }
  expect([fieldState(Spec, step), fieldState(after, step), fieldState(after, back)]).toEqual(['from', 'to', 'from'])
  expect(applyIntent(after, back, Spec).TaskTemplate.ContainerSpec).toMatchObject({ Env: env, Secrets: [] })
  expect(() => applyIntent(after, back, after)).toThrow('not_undoable')
})

test('of an image that nobody knows it is said that it may not read the file', () => {
  const codes = plan(env, 'shop/api:1').notes.map(({ code }) => code)
  expect(codes[0]).toBe('file_support_unknown')
  expect(plan().notes.map(({ code }) => code)).not.toContain('file_support_unknown')
})

test.each([
  ['what is not there', ['A=1'], 'nothing_to_do'],
  ['an empty value', ['POSTGRES_PASSWORD='], 'invalid_input'],
  ['a value that the engine fills in', ['POSTGRES_PASSWORD={{.Node.ID}}'], 'invalid_input'],
  ['one whose file is named already', ['POSTGRES_PASSWORD=x', 'POSTGRES_PASSWORD_FILE=/x'], 'invalid_input'],
])('%s is not moved', (_what, variables, code) => {
  expect(() => plan(variables)).toThrow(code)
})

test('the secret’s name is that of service and variable, or a free one in that style', () => {
  const taken = snapshot(db(), secret({ Name: 'shop_db_postgres_password' }))
  expect(planMoveVariable(taken, wish).title.params.secret).toBe('shop_db_postgres_password_v2')
})
