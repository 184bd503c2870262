import { expect, test } from 'vitest'
import { specDigest } from '@/lib/plan/digest'
import type { SpecStep } from '@/lib/plan/plan'
import { service } from '@/lib/swarm/testing/service'
import { task } from '@/lib/swarm/testing/task'
import { goalOfSpec } from './goal'
import { judge } from './judge'
import { startMemory } from './judgement'

const update = { Monitor: 1e9, FailureAction: 'rollback' }
const before = service({ Name: 'web', container: { Image: 'web:1' }, update })
const after = service({ Name: 'web', container: { Image: 'web:2' }, update })

const step: SpecStep = {
  ...{ action: 'replace-spec', serviceId: after.ID, serviceName: 'web', stack: 'shop', changes: [] },
  ...{ before: specDigest(before.Spec), after: specDigest(after.Spec), effect: { kind: 'none' } },
}

const failed = task(after, { ID: 'new', state: 'failed', desired: 'shutdown', error: 'task: non-zero exit (1)' })

test('after a rollback by the engine the tasks that failed on our spec still say why', () => {
  const goal = goalOfSpec(step, { networkName: (target) => target, stored: () => specDigest(after.Spec) })
  const look = (now: typeof before, at: number, memory = startMemory({ seen: [], ranBefore: true })) =>
    judge(
      goal,
      { service: now, tasks: [failed, task(before, { ID: 'old' })], isNodeDown: () => false, now: at },
      memory,
      60_000,
    )
  const first = look(after, 0)
  const { verdict, progress } = look(before, 1000, first.memory)
  expect(verdict).toBe('rolled_back')
  expect(progress).toMatchObject({ failed: 1, onNew: 0, lastError: 'task: non-zero exit (1)' })
})

test('and what they said is not forgotten when the engine forgets the tasks', () => {
  const goal = goalOfSpec(step, { networkName: (target) => target, stored: () => specDigest(after.Spec) })
  let memory = startMemory({ seen: [], ranBefore: true })
  const look = (service: typeof before, tasks: (typeof failed)[], now: number) => {
    const judgement = judge(goal, { service, tasks, isNodeDown: () => false, now }, memory, 60_000)
    memory = judgement.memory
    return judgement.progress.lastError
  }
  expect(look(after, [], 0)).toBeNull()
  expect(look(after, [failed], 500)).toBe('task: non-zero exit (1)')
  expect(look(before, [task(before, { ID: 'old' })], 1000)).toBe('task: non-zero exit (1)')
})
