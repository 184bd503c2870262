import { expect, test } from 'vitest'
import { ask, freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { findRevisionOf, listRevisions } from '@/lib/store/revisions'
import type { Config } from '@/lib/swarm/engine-types'
import { decide } from './decide'
import { planDeployment } from './requests/deploy'
import { planRollback, rollBack } from './requests/revisions'
import { undoOf } from './requests/undo'
import { runOperation } from './run'
import { ended, kim, settled } from './testing/operations-case'
import { begin, deployed, objectsOf, removed, requestOf } from './testing/stack-case'
import { withServer } from './testing/with-server'

withServer()

const shop = `
services:
  web:
    image: skep/stand-in:1
    command: [run, serve]
    configs: [{source: site, target: /site.conf}]
    environment: {MODE: "\${MODE:-fast}"}
    deploy: {replicas: 2, update_config: {parallelism: 0, monitor: 500ms}}
  api:
    image: skep/stand-in:1
    command: [run, serve]
    secrets: [key]
    deploy: {update_config: {monitor: 500ms}}
configs:
  site: {file: site.conf}
secrets:
  key: {file: key.txt}
`
/** For what no task shows. */
const still = shop.replaceAll(/deploy: {(replicas: 2, )?/g, 'deploy: {replicas: 0, ')
const files = { 'site.conf': 'server {}', 'key.txt': 'hunter2' }

test.concurrent('a new stack is there as the file says, and doing it again does nothing', async () => {
  const stack = freshName('shop')
  const operation = await deployed(stack, shop, { files })
  expect(operation).toMatchObject({ state: 'converged', problem: null, title: { code: 'deploy-stack' } })
  expect(operation.steps.map(({ step, state }) => [step.action, state])).toEqual([
    ['create-network', 'converged'],
    ['create-secret', 'converged'],
    ['create-config', 'converged'],
    ['create-service', 'converged'],
    ['create-service', 'converged'],
  ])
  const { services, networks } = await objectsOf(stack)
  expect(services.map(({ Spec }) => Spec.Name).toSorted()).toEqual([`${stack}_api`, `${stack}_web`])
  expect(networks.map(({ Name }) => Name)).toEqual([`${stack}_default`])
  const made = await ask<Config & { Spec: { Data: string } }>('GET', `/configs/${stack}_site`)
  expect(Buffer.from(made.Spec.Data, 'base64').toString()).toBe('server {}')

  const again = await planDeployment(stack, requestOf(shop, { files }))
  expect(again.plan).toMatchObject({ steps: [], notes: [{ code: 'nothing_changes' }] })
  await expect(begin(stack, shop, { files })).rejects.toMatchObject({ code: 'nothing_to_do' })
  expect((await objectsOf(stack)).services.map(({ Version }) => Version)).toEqual(
    services.map(({ Version }) => Version),
  )
})

test.concurrent('only the service that differs is sent, and its tasks follow', async () => {
  const stack = freshName('shop')
  await deployed(stack, shop, { files })
  const before = await objectsOf(stack)
  const operation = await deployed(stack, shop, { files, variables: { MODE: 'slow' } })
  expect(operation).toMatchObject({ state: 'converged', steps: [{ step: { action: 'replace-spec' } }] })
  expect(operation.steps[0]?.progress).toMatchObject({ desired: 2, onNew: 2, onOld: 0 })
  const after = await objectsOf(stack)
  const specOf = ({ services }: typeof before, name: string) =>
    services.find(({ Spec }) => Spec.Name === `${stack}_${name}`)
  expect(specOf(after, 'api')?.Version).toEqual(specOf(before, 'api')?.Version)
  expect(specOf(after, 'web')?.Spec.TaskTemplate.ContainerSpec?.Env).toEqual(['MODE=slow'])
})

test.concurrent('a revision has the files and variables, the value of a secret is nowhere in it', async () => {
  const stack = freshName('shop')
  const { id } = await deployed(stack, still, { files, variables: { MODE: 'slow' } })
  const revision = await findRevisionOf(id)
  expect(revision?.row).toMatchObject({
    number: 1,
    kind: 'deploy',
    result: 'converged',
    reason: 'a test',
    actorName: 'kim',
  })
  expect(revision?.row.summary).toEqual({
    files: [
      { name: 'compose.yaml', sizeBytes: still.length, isSecret: false },
      { name: 'site.conf', sizeBytes: 9, isSecret: false },
      { name: 'key.txt', sizeBytes: 1, isSecret: true },
    ],
    variables: ['MODE'],
    images: { [`${stack}_api`]: 'skep/stand-in:1', [`${stack}_web`]: 'skep/stand-in:1' },
    configs: [`${stack}_site`],
    secrets: [`${stack}_key`],
  })
  expect(revision?.content()).toContain('"MODE":"slow"')
  expect(revision?.content()).not.toContain(Buffer.from('hunter2').toString('base64'))
  await settled(() => (live().view(`operation:${id}`).document?.state === 'converged' ? true : null))
})

/** Two services; the second crashes while its variable is a word of its own script. It is watched for as long as that takes. */
const pair = `
services:
  web:
    image: skep/stand-in:1
    command: [run, serve]
    environment: {COLOUR: "\${COLOUR:-red}"}
    deploy: {update_config: {monitor: 1s}}
  api:
    image: skep/stand-in:1
    command: [run, serve]
    environment: {CRASH_IF_FILE: /bin/serve, CRASH_IF_WORD: "\${WORD:-nowhere}", COLOUR: "\${COLOUR:-red}"}
    deploy: {update_config: {monitor: "\${MONITOR:-1s}"}}
`
const bad = { COLOUR: 'blue', WORD: 'httpd', MONITOR: '4s' }

async function specsOf(stack: string) {
  const { services } = await objectsOf(stack)
  return Object.fromEntries(services.map(({ Spec }) => [Spec.Name, Spec]))
}

test.concurrent('a service that crashes leaves a choice, and undo puts the whole stack back', async () => {
  const stack = freshName('pair')
  await deployed(stack, pair)
  const before = await specsOf(stack)
  const failed = await deployed(stack, pair, { variables: bad })
  expect(failed).toMatchObject({ state: 'needs_decision', problem: { code: 'update_paused' } })
  expect(failed.choices).toEqual(['undo', 'resume', 'keep'])
  expect(failed.steps.map(({ state }) => state)).toEqual(['failed', 'converged'])
  const undo = await ended((await decide(failed.id, 'undo', kim)).id)
  expect(undo).toMatchObject({ state: 'converged', undoes: failed.id, title: { code: 'undo-deploy-stack' } })
  expect(await specsOf(stack)).toEqual(before)
  const [second, first] = await listRevisions(live().snapshot().swarmId, stack)
  expect([first?.result, second?.result]).toEqual(['converged', 'rolled_back'])
})

test.concurrent('where it was asked for, the stack is put back without anybody', async () => {
  const stack = freshName('pair')
  await deployed(stack, pair)
  const before = await specsOf(stack)
  const failed = await begin(stack, pair, { variables: bad, options: { onFailure: 'undo' } })
  const undoneBy = await settled(() => live().view(`operation:${failed.id}`).document?.undoneBy ?? null)
  expect((await ended(undoneBy)).state).toBe('converged')
  expect(await specsOf(stack)).toEqual(before)
})

test.concurrent('undoing the first deployment leaves nothing of it', async () => {
  const stack = freshName('shop')
  const first = await deployed(stack, shop, { files })
  const undo = await ended((await runOperation(await undoOf(first.id), kim)).id)
  expect(undo).toMatchObject({ state: 'converged' })
  expect(await objectsOf(stack)).toEqual({ services: [], networks: [], configs: [], secrets: [] })
})

test.concurrent('an earlier revision is brought back as a new one: its configs are made again, its secrets asked for', async () => {
  const stack = freshName('shop')
  await deployed(stack, shop, { files })
  const before = await specsOf(stack)
  await removed(stack)
  expect(await objectsOf(stack)).toEqual({ services: [], networks: [], configs: [], secrets: [] })
  const { digest, objects } = await planRollback(stack, 1)
  expect(objects.filter(({ verdict }) => verdict === 'create')).toHaveLength(3)
  const request = { planDigest: digest, reason: 'back', secretValues: new Map() }
  await expect(rollBack(stack, 1, request, kim)).rejects.toMatchObject({ code: 'value_needed' })
  const secretValues = new Map([[`${stack}_key`, Buffer.from('hunter2')]])
  const back = await ended((await rollBack(stack, 1, { ...request, secretValues }, kim)).id)
  expect(back).toMatchObject({ state: 'converged', title: { code: 'roll-back-stack' } })
  expect(Object.keys(await specsOf(stack)).toSorted()).toEqual(Object.keys(before).toSorted())
  const [second] = await listRevisions(live().snapshot().swarmId, stack)
  expect(second).toMatchObject({ number: 2, kind: 'roll_back', restores: 1, result: 'converged', reason: 'back' })
})

test.concurrent('another value for a secret that exists is refused before anything is sent', async () => {
  const stack = freshName('shop')
  await deployed(stack, still, { files })
  const other = { ...files, 'key.txt': 'another' }
  await expect(begin(stack, still, { files: other })).rejects.toMatchObject({
    code: 'content_differs',
    params: { kind: 'secret', name: `${stack}_key` },
  })
})

test.concurrent('of two deployments at once, the second is told who is at it and since when', async () => {
  const stack = freshName('shop')
  const first = await begin(stack, shop, { files })
  await expect(begin(stack, shop, { files, variables: { MODE: 'slow' } })).rejects.toMatchObject({
    code: 'locked',
    params: { operation: first.id, actor: 'kim', since: first.createdAt },
  })
  await ended(first.id)
})
