import { expect, test } from 'vitest'
import type { DriftedField } from '@/lib/contract/deploy'
import { ask, freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { planScale } from '@/lib/scaling/plan'
import { listAudit } from '@/lib/store/audit'
import type { Service } from '@/lib/swarm/engine-types'
import { planDeployment } from './requests/deploy'
import { deployAgainOf } from './requests/deploy-again'
import { leaveBe, planFieldPutBack } from './requests/drift'
import { planRollback, rollBack } from './requests/revisions'
import { undoOf } from './requests/undo'
import { runOperation } from './run'
import { stackDrift } from './stacks/drift'
import { ended, kim, settled } from './testing/operations-case'
import { deployed, objectsOf, removed, requestOf } from './testing/stack-case'
import { withServer } from './testing/with-server'

withServer()

const text = `
services:
  web:
    image: skep/stand-in:1
    environment: {A: "1"}
    configs: [site]
    secrets: [key]
    deploy: {labels: {team: a}, update_config: {parallelism: 0, monitor: 500ms}}
configs: {site: {file: site.conf}}
secrets: {key: {file: key.txt}}
`
/** For what no task shows. */
const still = text.replace('deploy: {', 'deploy: {replicas: 0, ')
const files = { 'site.conf': 'server {}', 'key.txt': 'hunter2' }

const serviceOf = async (stack: string): Promise<Service> => {
  const [service] = (await objectsOf(stack)).services
  if (!service) throw new Error(`${stack} has no service`)
  return service
}

/** Changes the service past Skep. */
async function changed(stack: string, edit: (spec: Service['Spec']) => void): Promise<void> {
  const { ID, Version, Spec } = await serviceOf(stack)
  edit(Spec)
  await ask('POST', `/services/${ID}/update?version=${Version.Index}`, Spec)
}

/** How the stack has drifted, once the watcher has seen what differs. */
function drifted(stack: string, isSeen: (fields: DriftedField[]) => boolean) {
  return settled(() => {
    const drift = stackDrift(live().snapshot(), stack)
    return isSeen(drift.services.flatMap(({ changes }) => changes)) ? drift : null
  })
}

const labelAndScale = (spec: Service['Spec']) => {
  Object.assign(spec, { Labels: { ...spec.Labels, team: 'b' }, Mode: { Replicated: { Replicas: 2 } } })
  Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Env: ['A=by hand'] })
}

test.concurrent('one field is put back, what else drifted stays, and the way back gives it the value that it had', async () => {
  const stack = freshName('drift')
  await deployed(stack, text, { files })
  await changed(stack, labelAndScale)
  await drifted(stack, (fields) => fields.length === 3)
  const service = `${stack}_web`

  const plan = planFieldPutBack(stack, { service, field: 'environment.A' })
  expect(JSON.stringify(plan)).not.toContain('by hand')
  const back = await ended((await runOperation(plan, kim)).id)
  expect(back).toMatchObject({ state: 'converged', choices: ['undo'] })
  const { Spec } = await serviceOf(stack)
  expect(Spec.TaskTemplate.ContainerSpec?.Env).toEqual(['A=1'])
  expect(Spec).toMatchObject({ Labels: { team: 'b' }, Mode: { Replicated: { Replicas: 2 } } })
  const left = await drifted(stack, (fields) => fields.length === 2)
  expect(left.services[0]?.changes.map(({ path }) => path)).toEqual(['deploy.labels.team', 'deploy.replicas'])

  const undo = await ended((await runOperation(await undoOf(back.id), kim)).id)
  expect(undo).toMatchObject({ state: 'converged', title: { code: 'undo-put-back-field' } })
  expect((await serviceOf(stack)).Spec.TaskTemplate.ContainerSpec?.Env).toEqual(['A=by hand'])
  // An undo is an operation as any other.
  await ended((await runOperation(await undoOf(undo.id), kim)).id)
  expect((await serviceOf(stack)).Spec.TaskTemplate.ContainerSpec?.Env).toEqual(['A=1'])
})

test.concurrent('a config that was taken away by hand is put back by its id', async () => {
  const stack = freshName('drift')
  await deployed(stack, still, { files })
  const before = (await serviceOf(stack)).Spec.TaskTemplate.ContainerSpec?.Configs
  await changed(stack, (spec) => Object.assign(spec.TaskTemplate.ContainerSpec ?? {}, { Configs: [] }))
  await drifted(stack, (fields) => fields.length === 1)
  const plan = planFieldPutBack(stack, { service: `${stack}_web`, field: 'configs.site' })
  await ended((await runOperation(plan, kim)).id)
  expect((await serviceOf(stack)).Spec.TaskTemplate.ContainerSpec?.Configs).toEqual(before)
})

test.concurrent('what is let be is no drift until that is taken back, and the next deployment says that it would reset it', async () => {
  const stack = freshName('drift')
  await deployed(stack, still, { files })
  const service = `${stack}_web`
  await changed(stack, (spec) => Object.assign(spec, { Labels: { ...spec.Labels, team: 'b' } }))
  expect((await drifted(stack, (fields) => fields.length === 1)).state).toBe('drifted')

  await leaveBe(stack, { service, field: 'deploy.labels.team' }, { isLeft: true, user: kim })
  expect(stackDrift(live().snapshot(), stack)).toMatchObject({
    state: 'in_sync',
    services: [{ changes: [{ path: 'deploy.labels.team', leftBe: { byName: 'kim', value: null } }] }],
  })
  const { services } = await planDeployment(stack, requestOf(still, { files }))
  expect(services[0]?.notes).toContainEqual({
    code: 'resets_left_be',
    params: { field: 'deploy.labels.team', by: 'kim' },
  })

  await leaveBe(stack, { service, field: 'deploy.labels.team' }, { isLeft: false, user: kim })
  expect(stackDrift(live().snapshot(), stack).state).toBe('drifted')
  // Other tests write into the same audit meanwhile.
  const rows = await listAudit({ limit: 2, text: stack })
  expect(rows.map(({ action }) => action)).toEqual(['drift.count', 'drift.leave'])
})

test.concurrent('a number of replicas that was set here is let be, one that was set elsewhere is drift', async () => {
  const stack = freshName('drift')
  await deployed(stack, text, { files })
  const { ID } = await serviceOf(stack)
  await settled(() => live().snapshot().service.get(ID) ?? null)
  await ended((await runOperation(planScale(live().snapshot(), ID, 2), kim)).id)
  const drift = await drifted(stack, (fields) => fields.length === 1)
  expect(drift).toMatchObject({
    state: 'in_sync',
    services: [{ changes: [{ leftBe: { value: '2', byName: 'kim' } }] }],
  })
  await changed(stack, (spec) => Object.assign(spec, { Mode: { Replicated: { Replicas: 3 } } }))
  expect((await drifted(stack, ([field]) => field?.after === '3')).state).toBe('drifted')
})

test.concurrent('a stack that was removed is deployed again from its revision, and so is one whose deployment was undone', async () => {
  const stack = freshName('drift')
  const first = await deployed(stack, still, { files })
  const secretValues = new Map([[`${stack}_key`, Buffer.from('hunter2')]])

  const removal = await removed(stack)
  expect(removal.choices).toEqual(['deploy_again'])
  expect(await deployAgainOf(removal.id)).toEqual({ stack, number: 1 })
  const { digest } = await planRollback(stack, 1, removal.id)
  const request = { planDigest: digest, reason: '', undoes: removal.id, secretValues }
  const again = await ended((await rollBack(stack, 1, request, kim)).id)
  expect(again).toMatchObject({ state: 'converged', undoes: removal.id, title: { code: 'undo-remove-stack' } })
  await expect(planRollback(stack, 1, removal.id)).rejects.toMatchObject({ code: 'not_undoable' })

  const undo = await ended((await runOperation(await undoOf(again.id), kim)).id)
  expect(undo).toMatchObject({ state: 'converged', choices: ['deploy_again'] })
  expect((await objectsOf(stack)).services).toEqual([])
  expect(await deployAgainOf(undo.id)).toEqual({ stack, number: 2 })
  const second = { ...request, undoes: undo.id, planDigest: (await planRollback(stack, 2, undo.id)).digest }
  expect(await ended((await rollBack(stack, 2, second, kim)).id)).toMatchObject({ state: 'converged', undoes: undo.id })
  expect(await deployAgainOf(removal.id)).toEqual({ reason: 'deployed_since' })
  expect(first.state).toBe('converged')
})
