import { expect, test } from 'vitest'
import { ask, freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { planUndo } from '@/lib/operations/plan-undo'
import { runOperation } from '@/lib/operations/run'
import { ended, kim, settled, snapshotWith } from '@/lib/operations/testing/operations-case'
import { createConfig } from '@/lib/operations/testing/swarm-objects'
import { withServer } from '@/lib/operations/testing/with-server'
import { familyOf } from '@/lib/rotation/family'
import { planFamily } from '@/lib/rotation/plan-family'
import type { Config } from '@/lib/swarm/engine-types'

withServer()

const labelsOf = async (id: string) => (await ask<Config>('GET', `/configs/${id}`)).Spec.Labels ?? {}

test('an answer about families is kept on the objects, and taken back from them', async () => {
  const [old, now] = [freshName('site'), freshName('page')]
  const ids = [await createConfig(old, 'a'), await createConfig(now, 'b')]
  const snapshot = await snapshotWith(...ids)
  const answer = { kind: 'config' as const, names: [old, now], family: now }
  const noted = await ended((await runOperation(planFamily(snapshot, answer), kim)).id)
  expect(noted).toMatchObject({ state: 'converged', choices: ['undo'] })
  for (const id of ids) expect(await labelsOf(id)).toMatchObject({ 'io.skep.family': now })
  await settled(() =>
    familyOf(
      live()
        .snapshot()
        .config.get(ids[0] ?? '')?.Spec ?? { Name: '' },
    ) === now
      ? true
      : null,
  )

  const undo = await ended((await runOperation(planUndo(live().snapshot(), noted), kim)).id)
  expect(undo.state).toBe('converged')
  for (const id of ids) expect(await labelsOf(id)).not.toHaveProperty('io.skep.family')
})
