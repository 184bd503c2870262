import { expect, test } from 'vitest'
import type { OperationView } from '@/lib/contract/operations'
import { ask, freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { sha256 } from '@/lib/plan/digest'
import { planConfigRotation } from '@/lib/rotation/plan-rotation'
import { listOperations } from '@/lib/store/operations'
import type { Config } from '@/lib/swarm/engine-types'
import { planUndo } from './plan-undo'
import { runOperation } from './run'
import { ended, kim, snapshotWith } from './testing/operations-case'
import { createConfig, createService, referencesOf } from './testing/swarm-objects'
import { withServer } from './testing/with-server'

withServer()

/** A config whose fourth version is in use, rotated with the wish to keep so many. */
async function rotated(content: string, keepVersions: number | null) {
  const name = `${freshName('nginx')}-conf`
  const versions = [name, ...[2, 3, 4].map((number) => `${name}_v${number}`)]
  let id = ''
  for (const version of versions) id = await createConfig(version, version)
  const used = { id, name: `${name}_v4` }
  const user = { config: used, failureAction: 'rollback', isToCrash: content === 'CRASH' }
  const service = await createService({ Name: `${name}-web`, ...user })
  const data = Buffer.from(content)
  const wish = { configId: id, name: `${name}_v5`, contentSha256: sha256(data), sizeBytes: data.length }
  const rollout = { ...{ atOnce: 1, watchMs: null, keepVersions }, ...{ holdBefore: false, holdAfterCanary: false } }
  const plan = planConfigRotation(await snapshotWith(id, service), {
    ...wish,
    rollout: { ...rollout, onFailure: 'ask' },
  })
  const { id: operationId } = await runOperation(plan, kim, { contents: new Map([[wish.name, data]]) })
  return { name, service, rotation: await ended(operationId) }
}

async function versionsLeft(name: string): Promise<string[]> {
  const configs = await ask<Config[]>('GET', '/configs')
  const names = configs.map(({ Spec }) => Spec.Name).filter((each) => each.startsWith(name))
  return names.map((each) => each.replace(name, '')).sort()
}

/** Recorded together with the end of the other one, it is there by then if it ever will be. */
async function followerOf({ id }: OperationView): Promise<OperationView | null> {
  const next = (await listOperations(50)).findLast(({ operation }) => operation.id > id)
  return next ? ended(next.operation.id) : null
}

test('a rotation that went well is followed by an operation that removes what is beyond the versions to keep', async () => {
  const { name, service, rotation } = await rotated('fine', 2)
  expect(rotation.state).toBe('converged')
  expect(await followerOf(rotation)).toMatchObject({
    title: { code: 'clean-up', params: { count: 3 } },
    state: 'converged',
    actorId: kim.id,
  })
  // The predecessor is needed by the previous spec, and by the way back.
  expect(await versionsLeft(name)).toEqual(['_v4', '_v5'])
  await ended((await runOperation(planUndo(live().snapshot(), rotation), kim)).id)
  expect(await referencesOf(service)).toEqual([`${name}_v4`])
})

test('what a previous spec needs stays, however few are to be kept', async () => {
  const { name, rotation } = await rotated('fine', 1)
  await followerOf(rotation)
  expect(await versionsLeft(name)).toEqual(['_v4', '_v5'])
})

test.each([
  ['that failed', 'CRASH', 2],
  ['whose plan keeps everything', 'fine', null],
])('a rotation %s is not followed by anything', async (_what, content, keepVersions) => {
  const { name, rotation } = await rotated(content, keepVersions)
  expect(await followerOf(rotation)).toBeNull()
  expect(await versionsLeft(name)).toEqual(['', '_v2', '_v3', '_v4', '_v5'])
})
