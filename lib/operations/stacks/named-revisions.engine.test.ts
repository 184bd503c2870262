import { expect, test } from 'vitest'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { decide } from '@/lib/operations/decide'
import { planDeployment } from '@/lib/operations/requests/deploy'
import { undoOf } from '@/lib/operations/requests/undo'
import { runOperation } from '@/lib/operations/run'
import { FaultCase } from '@/lib/operations/testing/fault-case'
import { ended, kim, settled, snapshotWith } from '@/lib/operations/testing/operations-case'
import { deployed, objectsOf, rememberStack, requestOf } from '@/lib/operations/testing/stack-case'
import { createConfig, createService } from '@/lib/operations/testing/swarm-objects'
import { withServer } from '@/lib/operations/testing/with-server'
import { sha256 } from '@/lib/plan/digest'
import { planRestore } from '@/lib/rotation/plan-restore'
import { planConfigRotation, planSecretRotation } from '@/lib/rotation/plan-rotation'
import { listAudit } from '@/lib/store/audit'
import { findStandingRevision, listRevisions } from '@/lib/store/revisions'
import { store } from '@/lib/store/store'
import type { Config } from '@/lib/swarm/engine-types'
import { findConfig, findSecret, findService } from '@/lib/swarm/find'
import { lastRevision, refreshDrift, stackDrift } from './drift'
import { contentOf } from './revision-content'

withServer()

/** A stack with a config of its own, one from outside and a secret of its own. Its tasks stay pending: they cost nothing. */
const fileOf = (outside: string, deploy: string) => `# The shop.
services:
  web: # the window
    image: skep/stand-in:1
    configs:
      - site
      - {source: colours, target: /colours.json} # by design
    secrets: [key]
    deploy: ${deploy}
configs:
  site:
    file: ./conf/site.conf # in this folder
  colours:
    external: true
    name: ${outside} # by ops
secrets:
  key:
    file: key.txt
`

const idle = '{replicas: 0, update_config: {monitor: 200ms}}'

async function shop(deploy = idle) {
  const stack = freshName('shop')
  const outside = `${stack}-colours`
  await createConfig(outside, '{"colour":"grey"}')
  await settled(() => findConfig(live().snapshot(), outside))
  const text = fileOf(outside, deploy)
  const files = { 'conf/site.conf': 'server {}', 'key.txt': 'hunter2' }
  expect((await deployed(stack, text, { files })).state).toBe('converged')
  return { stack, outside, text }
}

async function rotateConfig(name: string, successor: string, content: string) {
  const { ID } = await settled(() => findConfig(live().snapshot(), name))
  const data = Buffer.from(content)
  const wish = { configId: ID, name: successor, contentSha256: sha256(data), sizeBytes: data.length }
  const plan = planConfigRotation(live().snapshot(), wish)
  const operation = await ended((await runOperation(plan, kim, { contents: new Map([[successor, data]]) })).id)
  expect(operation).toMatchObject({ state: 'converged', problem: null })
  return operation
}

async function newest(stack: string) {
  const revision = await findStandingRevision(live().stamp().swarmId, stack)
  if (!revision) throw new Error(`${stack} has no revision`)
  const { files, resolved: _resolved, ...content } = contentOf(revision)
  const texts = files.map(({ name, dataBase64 }) => [name, dataBase64 && Buffer.from(dataBase64, 'base64').toString()])
  return { row: revision.row, files: Object.fromEntries(texts), request: { ...content, files } }
}

/** What a deployment of the stored files would do now, and how the stack stands to them. */
async function expectTrue(stack: string): Promise<void> {
  const { request } = await newest(stack)
  expect(await settled(async () => planTextOf(stack, request))).toEqual({ steps: [], notes: ['nothing_changes'] })
  expect(stackDrift(live().snapshot(), stack)).toMatchObject({ state: 'in_sync' })
}

async function planTextOf(stack: string, request: Awaited<ReturnType<typeof newest>>['request']) {
  const { plan, problems, findings } = await planDeployment(stack, request)
  expect([problems, findings.filter(({ code }) => code === 'names_earlier_version')]).toEqual([[], []])
  return { steps: plan.steps, notes: plan.notes.map(({ code }) => code) }
}

test.concurrent('after rotations the stored file names what runs, comments and all, and planning it changes nothing', async () => {
  const { stack, outside, text } = await shop()
  await rotateConfig(outside, `${outside}_v2`, '{"colour":"honey"}')
  expect(await newest(stack)).toMatchObject({
    row: { number: 2, kind: 'rotate', result: 'converged', reason: `rotation of ${outside}`, actorName: 'kim' },
    files: {
      'compose.yaml': text.replace(`name: ${outside} #`, `name: ${outside}_v2 #`),
      'conf/site.conf': 'server {}',
    },
  })
  await expectTrue(stack)

  await rotateConfig(`${stack}_site`, `${stack}_site_v2`, 'server { listen 8080; }')
  const { files } = await newest(stack)
  expect(files['compose.yaml']).toContain(`    name: ${stack}_site_v2\n    file: ./conf/site.conf # in this folder\n`)
  expect(files['conf/site.conf']).toBe('server { listen 8080; }')
  await expectTrue(stack)

  const { ID } = await settled(() => findSecret(live().snapshot(), `${stack}_key`))
  const plan = planSecretRotation(live().snapshot(), { secretId: ID, name: `${stack}_key_v2` })
  const secretValues = new Map([[`${stack}_key_v2`, Buffer.from('a much longer secret')]])
  const operation = await ended((await runOperation(plan, kim, { secretValues })).id)
  const third = await newest(stack)
  expect(third.row).toMatchObject({ number: 4, operationId: operation.id })
  expect(third.files['compose.yaml']).toContain(`  key:\n    name: ${stack}_key_v2\n    file: key.txt\n`)
  expect(third.request.files.find(({ name }) => name === 'key.txt')).toEqual({ name: 'key.txt', sizeBytes: 1 })
  await expectTrue(stack)
  // Other tests write into the same audit meanwhile.
  const audit = await listAudit({ limit: 100 })
  const done = audit.find(({ operationId, result }) => operationId === operation.id && result === 'done')
  expect(done).toMatchObject({ action: 'secret.rotate', detail: { files: [{ stack, revision: 4 }] } })
})

test.concurrent('an undo brings the file back as it was, and a restoration names the version that was there', async () => {
  const { stack, outside, text } = await shop()
  const rotated = await rotateConfig(`${stack}_site`, `${stack}_site_v2`, 'new')
  await ended((await runOperation(await undoOf(rotated.id), kim)).id)
  const back = await newest(stack)
  expect(back).toMatchObject({
    row: { number: 3, kind: 'rotate', restores: 1, reason: `undo of the rotation of ${stack}_site` },
    files: { 'compose.yaml': text, 'conf/site.conf': 'server {}' },
  })
  await expectTrue(stack)

  await rotateConfig(outside, `${outside}_v2`, 'second')
  const versionId = (await settled(() => findConfig(live().snapshot(), outside))).ID
  const plan = planRestore(live().snapshot(), { kind: 'config', versionId })
  expect((await ended((await runOperation(plan, kim)).id)).state).toBe('converged')
  expect(await newest(stack)).toMatchObject({ row: { number: 5 }, files: { 'compose.yaml': text } })
  await expectTrue(stack)
})

test.concurrent('rotations that end at the same moment each find the other’s name in the file', async () => {
  const { stack, outside } = await shop()
  const [one, other] = await Promise.all([
    rotateConfig(outside, `${outside}_v2`, 'second'),
    settled(() => rotateConfig(`${stack}_site`, `${stack}_site_v2`, 'second'), 60_000),
  ])
  expect([one.state, other.state]).toEqual(['converged', 'converged'])
  const { row, files } = await newest(stack)
  expect(row.number).toBe(3)
  expect(files['compose.yaml']).toContain(`name: ${outside}_v2`)
  expect(files['compose.yaml']).toContain(`name: ${stack}_site_v2`)
  await expectTrue(stack)
})

test.concurrent('a rotation that is stopped and kept as it is leaves a file that says what has moved', async () => {
  const { stack, outside } = await shop('{update_config: {monitor: 200ms}}')
  const { ID } = await settled(() => findConfig(live().snapshot(), outside))
  const lone = await createService({ Name: `${stack}-lone`, config: { id: ID, name: outside }, isIdle: true })
  const data = Buffer.from('{"colour":"honey"}')
  const wish = { configId: ID, name: `${outside}_v2`, contentSha256: sha256(data), sizeBytes: data.length }
  const serviceIds = [findService(live().snapshot(), `${stack}_web`)?.ID ?? '', lone]
  const rollout = { atOnce: 1, watchMs: 60_000, keepVersions: null, holdBefore: false, holdAfterCanary: false }
  const plan = planConfigRotation(await snapshotWith(lone), {
    ...wish,
    serviceIds,
    rollout: { ...rollout, onFailure: 'ask' },
  })
  const { id } = await runOperation(plan, kim, { contents: new Map([[wish.name, data]]) })
  // It has moved, and is watched for a minute.
  const names = () =>
    findService(live().snapshot(), `${stack}_web`)?.Spec.TaskTemplate.ContainerSpec?.Configs?.map(
      (one) => one.ConfigName,
    )
  await settled(() => (names()?.includes(wish.name) ? true : null))
  await decide(id, 'stop', kim)
  expect(await decide(id, 'keep', kim)).toMatchObject({ state: 'failed' })
  expect((await newest(stack)).files['compose.yaml']).toContain(`name: ${outside}_v2 # by ops`)
  await expectTrue(stack)
})

test.concurrent('a stack whose file is not known gets no revision', async () => {
  const { stack, outside } = await shop()
  const swarmId = live().stamp().swarmId
  // As of another Skep, whose database was lost.
  await store().deleteFrom('revisions').where('stack', '=', stack).execute()
  await refreshDrift()
  expect(lastRevision(stack)).toBeNull()
  await rotateConfig(outside, `${outside}_v2`, 'second')
  expect(await listRevisions(swarmId, stack)).toEqual([])
})

test.each(['before-end', 'before-commit', 'after-end'])(
  'killed at %s, the revision is written by the next process, once',
  async (faultPoint) => {
    const stack = freshName('shop')
    const outside = `${stack}-colours`
    rememberStack(stack)
    await createConfig(outside, 'first')
    const skep = new FaultCase()
    const text = fileOf(outside, idle)
    const request = requestOf(text, { files: { 'conf/site.conf': 'server {}', 'key.txt': 'hunter2' } })
    expect((await skep.restElsewhere({ deploy: { stack, request } })).operations).toMatchObject([
      { state: 'converged' },
    ])
    await settled(() => findService(live().snapshot(), `${stack}_web`))
    const { ID } = await settled(() => findConfig(live().snapshot(), `${stack}_site`))
    const data = Buffer.from('second')
    const wish = { configId: ID, name: `${stack}_site_v2`, contentSha256: sha256(data), sizeBytes: data.length }
    const plan = planConfigRotation(live().snapshot(), wish)
    const order = { plan, contents: [[`${stack}_site_v2`, data.toString('base64')]] as [string, string][] }
    expect(await skep.die(order, faultPoint)).toBe('SIGKILL')

    const { operations, brokenAt } = await skep.restHere()
    expect(operations.map(({ state }) => state)).toEqual(['converged', 'converged'])
    expect(brokenAt).toBeNull()
    const rows = await listRevisions(live().stamp().swarmId, stack)
    expect(rows.map(({ number, kind, result }) => [number, kind, result])).toEqual([
      [2, 'rotate', 'converged'],
      [1, 'deploy', 'converged'],
    ])
    expect((await newest(stack)).files['conf/site.conf']).toBe('second')
    const { configs } = await objectsOf(stack)
    expect(configs.map(({ Spec }: Config) => Spec.Name).toSorted()).toEqual([`${stack}_site`, `${stack}_site_v2`])
    skep.remove()
  },
)
