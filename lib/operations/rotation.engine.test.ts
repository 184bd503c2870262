import { expect, test } from 'vitest'
import { ask, freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { sha256 } from '@/lib/plan/digest'
import { planRemoval } from '@/lib/rotation/plan-removal'
import { planConfigRotation, planSecretRotation } from '@/lib/rotation/plan-rotation'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import { decide } from './decide'
import { planUndo } from './plan-undo'
import { findOperationView } from './record/find-view'
import { runOperation } from './run'
import { ended, kim, settled, snapshotWith } from './testing/operations-case'
import {
  createConfig,
  createSecret,
  createService,
  editService,
  readService,
  referencesOf,
  type ServiceWish,
} from './testing/swarm-objects'
import { withServer } from './testing/with-server'

withServer()

/** A config with its users, a plan that rotates it to this content, and the data for it. */
async function rotation(content: string, users: Partial<ServiceWish>[]) {
  const name = `${freshName('nginx')}-conf`
  const configId = await createConfig(name, 'first')
  const ids: string[] = []
  for (const [index, user] of users.entries()) {
    ids.push(await createService({ Name: `${name}-${index}`, config: { id: configId, name }, ...user }))
  }
  const snapshot = await snapshotWith(configId, ...ids)
  const data = Buffer.from(content)
  const successor = `${name}_v2`
  const wish = { configId, name: successor, contentSha256: sha256(data), sizeBytes: data.length, serviceIds: ids }
  const plan = planConfigRotation(snapshot, wish)
  return { name, configId, ids, successor, plan, data: { contents: new Map([[successor, data]]) } }
}

const bytes = `\u{feff}a\r\nb\u0000${'ö'.repeat(2000)}`

test.concurrent('a config is rotated in two stacks, byte for byte, the canary first, and taken back the other way round', async () => {
  const { name, configId, ids, successor, plan, data } = await rotation(bytes, [
    { stack: 'shop', replicas: 2 },
    { stack: 'crm', order: 'start-first' },
  ])
  const rotated = await ended((await runOperation(plan, kim, data)).id)
  expect(rotated).toMatchObject({ state: 'converged', problem: null, choices: ['undo'] })
  const [, canary, second] = rotated.steps
  expect(canary).toMatchObject({ state: 'converged', progress: { desired: 2, onNew: 2, onOld: 0 } })
  expect(canary?.progress?.seen.at(-1)).toBe('completed')
  expect(second?.startedAt).toBeGreaterThanOrEqual(canary?.endedAt ?? Infinity)

  const made = await ask<Config & { Spec: { Data: string } }>('GET', `/configs/${successor}`)
  expect(Buffer.from(made.Spec.Data, 'base64').toString()).toBe(bytes)
  expect(made.Spec.Labels).toEqual({
    'io.skep.family': name,
    'io.skep.replaces': name,
    'io.skep.operation': rotated.id,
  })
  const file = { Name: '/settings', UID: '0', GID: '0', Mode: 0o444 }
  for (const id of ids) {
    const { ContainerSpec } = (await readService(id)).Spec.TaskTemplate
    expect(ContainerSpec?.Configs).toEqual([{ ConfigID: made.ID, ConfigName: successor, File: file }])
  }
  expect(() => planRemoval(live().snapshot(), 'config', configId)).toThrow(
    expect.objectContaining({
      code: 'still_in_use',
      params: expect.objectContaining({ by: ['previous', 'previous'] }),
    }),
  )

  const undo = await ended((await runOperation(planUndo(live().snapshot(), rotated), kim)).id)
  expect(undo.steps.map(({ step }) => 'serviceId' in step && step.serviceId)).toEqual(ids.toReversed())
  expect(undo.state).toBe('converged')
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[name], [name]])
})

test.concurrent('a secret is rotated in two stacks, and taken back', async () => {
  const name = freshName('password')
  const secretId = await createSecret(name, 'first', { team: 'data' })
  const users = ['shop', 'crm'].map((stack) =>
    createService({ Name: `${name}-${stack}`, stack, secret: { id: secretId, name } }),
  )
  const ids = await Promise.all(users)
  const plan = planSecretRotation(await snapshotWith(secretId, ...ids), { secretId, name: `${name}_v2` })
  const secretValues = new Map([[`${name}_v2`, Buffer.from('second')]])
  const rotated = await ended((await runOperation(plan, kim, { secretValues })).id)
  expect(rotated.state).toBe('converged')
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[`${name}_v2`], [`${name}_v2`]])
  expect((await ask<Secret>('GET', `/secrets/${name}_v2`)).Spec.Labels).toMatchObject({ team: 'data' })
  // It is gone from memory as soon as the engine has it.
  expect(secretValues.get(`${name}_v2`)?.every((byte) => byte === 0)).toBe(true)

  await ended((await runOperation(planUndo(live().snapshot(), rotated), kim)).id)
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[name], [name]])
})

test.concurrent('a canary that the engine rolls back stops the rotation, although the engine ends by saying completed', async () => {
  const { name, ids, plan, data } = await rotation('CRASH', [{ failureAction: 'rollback', isToCrash: true }, {}])
  const failed = await ended((await runOperation(plan, kim, data)).id)
  expect(failed).toMatchObject({ state: 'rolled_back', problem: { code: 'rolled_back' }, choices: [] })
  expect(failed.steps.map((step) => step.state)).toEqual(['converged', 'failed', 'pending'])
  expect(failed.problem?.params.engineText).toContain('non-zero exit (1)')
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[name], [name]])
})

test.concurrent('an update that the engine pauses waits for a decision: keep ends it as it is and gives the locks back', async () => {
  const { ids, successor, plan, data } = await rotation('CRASH', [{ replicas: 2, isToCrash: true }])
  const paused = await ended((await runOperation(plan, kim, data)).id)
  expect(paused).toMatchObject({
    state: 'needs_decision',
    problem: { code: 'update_paused' },
    choices: ['undo', 'resume', 'keep'],
  })
  await expect(runOperation(planUndo(live().snapshot(), { ...paused, id: 'another' }), kim)).rejects.toThrow('locked')
  expect(await decide(paused.id, 'keep', kim)).toMatchObject({ state: 'failed', choices: ['undo'] })
  expect(await referencesOf(ids[0] ?? '')).toEqual([successor])
  await expect(decide(paused.id, 'resume', kim)).rejects.toMatchObject({ code: 'invalid_input' })
})

test.concurrent('a paused update is pushed on when a person says so, and the services behind it follow', async () => {
  const { ids, successor, plan, data } = await rotation('fine', [{ env: ['CRASH_IF_WORD=fine'], isToCrash: true }, {}])
  const paused = await ended((await runOperation(plan, kim, data)).id)
  expect(paused).toMatchObject({ state: 'needs_decision', problem: { code: 'update_paused' } })
  // The person corrects the cause.
  await editService(ids[0] ?? '', ({ TaskTemplate }) => Object.assign(TaskTemplate.ContainerSpec ?? {}, { Env: [] }))
  await decide(paused.id, 'resume', kim)
  expect(await ended(paused.id)).toMatchObject({ state: 'converged', problem: null })
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[successor], [successor]])
})

test.concurrent('a service that somebody pointed elsewhere meanwhile is left to him, the others go on when a person says so', async () => {
  const { name, ids, successor, plan, data } = await rotation('second', [{}, {}, {}])
  const otherId = await createConfig(`${name}-other`, 'other')
  await editService(ids[1] ?? '', ({ TaskTemplate }) => {
    const [reference] = TaskTemplate.ContainerSpec?.Configs ?? []
    Object.assign(reference ?? {}, { ConfigID: otherId, ConfigName: `${name}-other` })
  })
  const stopped = await ended((await runOperation(plan, kim, data)).id)
  expect(stopped).toMatchObject({
    state: 'needs_decision',
    problem: { code: 'version_conflict', params: { field: 'config', was: name, now: `${name}-other` } },
  })
  await decide(stopped.id, 'resume', kim)
  expect((await ended(stopped.id)).steps.map((step) => step.state)).toEqual([
    'converged',
    'converged',
    'failed',
    'converged',
  ])
  expect(await Promise.all(ids.map(referencesOf))).toEqual([[successor], [`${name}-other`], [successor]])
})

test.concurrent('a service that is removed meanwhile is passed by', async () => {
  const { ids, plan, data } = await rotation('second', [{}, {}])
  await ask('DELETE', `/services/${ids[0]}`)
  const rotated = await ended((await runOperation(plan, kim, data)).id)
  expect(rotated).toMatchObject({
    state: 'converged',
    steps: [{}, { problem: { code: 'not_found' } }, { state: 'converged' }],
  })
})

test.concurrent('a name that somebody took first is not ours: nothing is changed', async () => {
  const { name, ids, successor, plan, data } = await rotation('second', [{}])
  await createConfig(successor, 'theirs')
  expect(await ended((await runOperation(plan, kim, data)).id)).toMatchObject({
    state: 'failed',
    problem: { code: 'name_taken' },
  })
  expect(await referencesOf(ids[0] ?? '')).toEqual([name])
})

test.concurrent('a version is removed once nothing needs it any more', async () => {
  const name = freshName('unused')
  const configId = await createConfig(name)
  const plan = planRemoval(await snapshotWith(configId), 'config', configId)
  expect(await ended((await runOperation(plan, kim)).id)).toMatchObject({ state: 'converged', choices: [] })
  await expect(ask('GET', `/configs/${configId}`)).rejects.toThrow('404')
})

test.concurrent('the live topic shows how it goes, from the first moment', async () => {
  const { plan, data } = await rotation('second', [{}])
  const seen: (string | undefined)[] = []
  const started = await runOperation(plan, kim, data)
  const topic = `operation:${started.id}` as const
  const unsubscribe = live().subscribe([topic], () => {
    seen.push(
      live()
        .view(topic)
        .document?.steps.map((step) => step.state)
        .join(' '),
    )
  })
  await ended(started.id)
  await settled(() => (seen.at(-1) === 'converged converged' ? true : null))
  unsubscribe()
  expect(new Set(seen)).toContain('converged sent')
  const shown = await settled(() => {
    const { document } = live().view(topic)
    return document?.state === 'converged' ? document : null
  })
  expect(await findOperationView(started.id)).toEqual(shown)
})
