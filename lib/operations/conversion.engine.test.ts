import { expect, test } from 'vitest'
import { ask, freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { planMoveToSecret } from '@/lib/rotation/conversion/plan-move-to-secret'
import { planMoveVariable } from '@/lib/rotation/conversion/plan-move-variable'
import { findStandingRevision } from '@/lib/store/revisions'
import type { Secret } from '@/lib/swarm/engine-types'
import { findConfig, findService } from '@/lib/swarm/find'
import { planDeployment } from './requests/deploy'
import { undoOf } from './requests/undo'
import { runOperation } from './run'
import { contentOf } from './stacks/revision-content'
import { FaultCase } from './testing/fault-case'
import { ended, kim, settled } from './testing/operations-case'
import { deployed, objectsOf } from './testing/stack-case'
import { createConfig, createService, readService } from './testing/swarm-objects'
import { withServer } from './testing/with-server'

withServer()

const text = `services:
  web: # the window
    image: skep/stand-in:1
    configs:
      - source: settings # by design
        target: app.conf
        mode: 0440
    deploy: {replicas: 0, update_config: {monitor: 200ms}}
configs:
  settings:
    file: app.conf
`

async function referencesOf(stack: string) {
  const [web] = (await objectsOf(stack)).services
  const { Configs = [], Secrets = [] } = web?.Spec.TaskTemplate.ContainerSpec ?? {}
  return {
    configs: Configs?.map(({ ConfigName, File }) => [ConfigName, File?.Name, File?.Mode]),
    secrets: Secrets?.map(({ SecretName, File }) => [SecretName, File?.Name, File?.Mode]),
  }
}

async function plansTo(stack: string) {
  const revision = await findStandingRevision(live().stamp().swarmId, stack)
  if (!revision) throw new Error('there is no revision')
  const { resolved: _resolved, ...request } = contentOf(revision)
  const { plan, problems } = await planDeployment(stack, request)
  const [compose] = request.files
  const { reason } = revision.row
  return {
    steps: plan.steps,
    problems,
    text: Buffer.from(compose?.dataBase64 ?? '', 'base64').toString(),
    request,
    reason,
  }
}

test('what a config holds becomes a secret at the same place, in the file too, and goes back', async () => {
  const stack = freshName('shop')
  await deployed(stack, text, { files: { 'app.conf': 'password=hunter2' } })
  const { ID } = await settled(() => findConfig(live().snapshot(), `${stack}_settings`))
  const moved = await ended((await runOperation(planMoveToSecret(live().snapshot(), { configId: ID }), kim)).id)
  expect(moved).toMatchObject({ state: 'converged', problem: null, choices: ['undo'] })
  const name = `${stack}_settings`
  expect(await referencesOf(stack)).toEqual({ configs: [], secrets: [[name, '/app.conf', 0o440]] })
  const { Labels } = (await ask<Secret>('GET', `/secrets/${name}`)).Spec
  expect(Labels).toMatchObject({ 'io.skep.moved-from': name, 'com.docker.stack.namespace': stack })
  const after = await settled(() => plansTo(stack))
  expect(after).toMatchObject({ steps: [], problems: [], reason: `move to a secret of ${name}` })
  expect(after.text).toBe(`services:
  web: # the window
    image: skep/stand-in:1
    secrets:
      - source: ${name} # by design
        target: /app.conf
        mode: 0440
    deploy: {replicas: 0, update_config: {monitor: 200ms}}
secrets:
  ${name}:
    external: true
`)
  // The content goes with the file that nobody names any more.
  expect(JSON.stringify(after.request)).not.toContain(Buffer.from('password=hunter2').toString('base64'))

  const undone = await ended((await runOperation(await undoOf(moved.id), kim)).id)
  expect(undone.state).toBe('converged')
  expect(await referencesOf(stack)).toEqual({ configs: [[name, 'app.conf', 0o440]], secrets: [] })
  expect(await settled(() => plansTo(stack))).toMatchObject({ steps: [], problems: [], text })
})

test.each(['after-sent:0', 'after-engine-reply:1'])(
  'killed at %s, the value is read again from the config',
  async (point) => {
    const name = freshName('settings')
    const config = { id: await createConfig(name, 'canary-5d1e'), name }
    const id = await createService({ Name: `${name}-web`, config, isIdle: true })
    await settled(() => (live().snapshot().service.has(id) ? true : null))
    const plan = planMoveToSecret(live().snapshot(), { configId: config.id })
    const skep = new FaultCase()
    expect(await skep.die({ plan }, point)).toBe('SIGKILL')
    expect((await skep.restHere()).operations).toMatchObject([{ state: 'converged', problem: null }])
    const { ContainerSpec } = (await readService(id)).Spec.TaskTemplate
    expect(ContainerSpec?.Secrets).toMatchObject([{ SecretName: name, File: { Name: '/settings' } }])
    expect(skep.traces()).not.toContain('canary-5d1e')
    expect(skep.traces()).not.toContain(Buffer.from('canary-5d1e').toString('base64').slice(0, 12))
    await ask('DELETE', `/services/${id}`)
    await ask('DELETE', `/secrets/${name}`)
    skep.remove()
  },
)

test('the value of a variable becomes a secret, in the file too, and goes back', async () => {
  const stack = freshName('db')
  const file = `services:
  web:
    image: skep/stand-in:1
    environment:
      DB_PASSWORD: canary-77aa # from the start
      MODE: fast
    deploy: {replicas: 0, update_config: {monitor: 200ms}}
`
  await deployed(stack, file)
  const service = await settled(() => findService(live().snapshot(), `${stack}_web`))
  const plan = planMoveVariable(live().snapshot(), { serviceId: service.ID, variable: 'DB_PASSWORD' })
  const moved = await ended((await runOperation(plan, kim)).id)
  expect(moved).toMatchObject({ state: 'converged', problem: null, choices: ['undo'] })
  const name = `${stack}_web_db_password`
  const { ContainerSpec } = (await readService(service.ID)).Spec.TaskTemplate
  expect(ContainerSpec?.Env).toEqual([`DB_PASSWORD_FILE=/run/secrets/${name}`, 'MODE=fast'])
  expect(ContainerSpec?.Secrets).toMatchObject([{ SecretName: name, File: { Name: name } }])
  const after = await settled(() => plansTo(stack))
  expect(after).toMatchObject({ steps: [], problems: [], reason: 'move to a secret of DB_PASSWORD' })
  expect(after.text).toContain(`      DB_PASSWORD_FILE: /run/secrets/${name} # from the start\n`)
  expect(after.text).not.toContain('canary-77aa')

  const undone = await ended((await runOperation(await undoOf(moved.id), kim)).id)
  expect(undone).toMatchObject({ state: 'converged', problem: null })
  expect((await readService(service.ID)).Spec.TaskTemplate.ContainerSpec).toMatchObject({
    Env: ['DB_PASSWORD=canary-77aa', 'MODE=fast'],
  })
  const reason = 'undo of the move to a secret of DB_PASSWORD'
  expect(await settled(() => plansTo(stack))).toMatchObject({ steps: [], problems: [], text: file, reason })
})
