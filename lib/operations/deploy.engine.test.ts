import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { findRevisionOf } from '@/lib/store/revisions'
import type { Config } from '@/lib/swarm/engine-types'
import { planDeployment } from './requests/deploy'
import { startServer } from './testing/operations-case'
import { begin, deployed, objectsOf, removeStacks, requestOf } from './testing/stack-case'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server.stop()
  await removeStacks()
})

const shop = `
services:
  web:
    image: skep/stand-in:1
    command: [run, serve]
    configs: [{source: site, target: /site.conf}]
    environment: {MODE: "\${MODE:-fast}"}
    deploy: {replicas: 2, update_config: {monitor: 500ms}}
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
  const { id } = await deployed(stack, shop, { files, variables: { MODE: 'slow' } })
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
      { name: 'compose.yaml', sizeBytes: shop.length, isSecret: false },
      { name: 'site.conf', sizeBytes: 9, isSecret: false },
      { name: 'key.txt', sizeBytes: 7, isSecret: true },
    ],
    variables: ['MODE'],
    images: { [`${stack}_api`]: 'skep/stand-in:1', [`${stack}_web`]: 'skep/stand-in:1' },
    configs: [`${stack}_site`],
    secrets: [`${stack}_key`],
  })
  expect(revision?.content()).toContain('"MODE":"slow"')
  expect(revision?.content()).not.toContain(Buffer.from('hunter2').toString('base64'))
  expect(live().view(`operation:${id}`).document?.state).toBe('converged')
})
