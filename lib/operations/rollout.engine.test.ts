import { expect, test } from 'vitest'
import { engine } from '@/lib/engine/engine'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { sha256 } from '@/lib/plan/digest'
import { planConfigRotation } from '@/lib/rotation/plan-rotation'
import type { RolloutWish } from '@/lib/rotation/rollout/rollout'
import type { Task } from '@/lib/swarm/engine-types'
import { logLines } from '@/lib/swarm/log-lines'
import { decide } from './decide'
import { findOperationView } from './record/find-view'
import { runOperation } from './run'
import { ended, kim, settled, snapshotWith } from './testing/operations-case'
import { createConfig, createService, referencesOf, type ServiceWish } from './testing/swarm-objects'
import { withServer } from './testing/with-server'

withServer()

const plain: RolloutWish = {
  holdBefore: false,
  holdAfterCanary: false,
  atOnce: 1,
  onFailure: 'undo',
  watchMs: null,
  keepVersions: null,
}

/** Begins to rotate a config of these services to this content. */
async function rotate(content: string, rollout: Partial<RolloutWish>, users: Partial<ServiceWish>[]) {
  const name = `${freshName('nginx')}-conf`
  const configId = await createConfig(name, 'first')
  const ids: string[] = []
  for (const [index, user] of users.entries()) {
    ids.push(await createService({ Name: `${name}-${index}`, config: { id: configId, name }, ...user }))
  }
  const data = Buffer.from(content)
  const plan = planConfigRotation(await snapshotWith(configId, ...ids), {
    configId,
    name: `${name}_v2`,
    contentSha256: sha256(data),
    sizeBytes: data.length,
    serviceIds: ids,
    rollout: { ...plain, ...rollout },
  })
  const { id } = await runOperation(plan, kim, { contents: new Map([[`${name}_v2`, data]]) })
  const references = async () => (await Promise.all(ids.map(referencesOf))).flat()
  return { id, name, ids, references }
}

test.concurrent('it stops before any service and after the first one, and goes on when a person says so', async () => {
  const { id, name, references } = await rotate('second', { holdBefore: true, holdAfterCanary: true }, [{}, {}])
  expect(await ended(id)).toMatchObject({
    state: 'needs_decision',
    problem: { code: 'on_hold', params: { reason: 'change_elsewhere' } },
    choices: ['resume', 'keep'],
  })
  expect(await references()).toEqual([name, name])
  await decide(id, 'resume', kim)
  expect(await ended(id)).toMatchObject({
    state: 'needs_decision',
    problem: { code: 'on_hold', params: { reason: 'after_canary' } },
    choices: ['resume', 'undo', 'keep'],
  })
  expect(await references()).toEqual([`${name}_v2`, name])
  await decide(id, 'resume', kim)
  expect(await ended(id)).toMatchObject({ state: 'converged', problem: null })
  expect(await references()).toEqual([`${name}_v2`, `${name}_v2`])
})

test.concurrent('a person stops it between two services, and lets it go on later', async () => {
  const { id, name, references } = await rotate('second', { watchMs: 5_000 }, [{}, {}])
  await settled(async () => ((await findOperationView(id)).steps[1]?.state === 'sent' ? true : null))
  expect(await decide(id, 'stop', kim)).toMatchObject({
    state: 'needs_decision',
    problem: { code: 'on_hold', params: { reason: 'stopped' } },
    choices: ['resume', 'undo', 'keep'],
  })
  expect(await references()).toEqual([`${name}_v2`, name])
  await expect(decide(id, 'stop', kim)).rejects.toMatchObject({ code: 'invalid_input' })
  await decide(id, 'resume', kim)
  expect(await ended(id)).toMatchObject({ state: 'converged', problem: null })
  expect(await references()).toEqual([`${name}_v2`, `${name}_v2`])
})

test.concurrent('when the second service crashes, the first one goes back by itself; the task tells why', async () => {
  const users = [{ env: ['CRASH_IF_WORD=nothing'] }, { env: ['TITLE=Billing'], isToCrash: true }, {}]
  const { id, name, ids, references } = await rotate('CRASH', {}, users)
  const failed = await settled(async () => {
    const view = await findOperationView(id)
    return view.undoneBy ? view : null
  })
  expect(failed.steps.map(({ state }) => state)).toEqual(['converged', 'converged', 'failed', 'pending'])
  expect(await ended(failed.undoneBy ?? '')).toMatchObject({ state: 'converged', undoes: id, actorName: 'kim' })
  expect(await references()).toEqual([name, name, name])
  expect(await findOperationView(id)).toMatchObject({ state: 'failed' })

  const tasks = await engine().listTasks({ serviceIds: [ids[1] ?? ''] })
  const crashed = tasks.find((task: Task) => task.Status.State === 'failed')
  const question = { taskId: crashed?.ID ?? '', isTerminal: false, lines: 20, mostBytes: 8_192 }
  const { pieces } = await engine().readTaskLog(question)
  const { lines, isCut } = logLines(pieces, { mostLines: 20, mostBytes: 8_192 })
  expect(isCut).toBe(false)
  // The engine reads two pipes, and which it reads first is chance.
  expect(lines.toSorted((a, b) => a.stream.localeCompare(b.stream))).toEqual([
    { stream: 'stderr', text: 'Billing: fatal: /settings is not what I expected' },
    { stream: 'stdout', text: expect.stringMatching(/^Billing: starting on /) },
  ])
})
