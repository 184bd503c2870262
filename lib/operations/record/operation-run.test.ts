import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Plan, Step } from '@/lib/plan/plan'
import { newId } from '@/lib/store/new-id'
import { claim, findOperation, updateOperation } from '@/lib/store/operations'
import { closeStore, openStore, store } from '@/lib/store/store'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { Interrupted, OperationRun } from './operation-run'
import { processOwner } from './owner'
import { recordOperation } from './record-operation'

const creation = (name: string): Step => ({
  ...{ action: 'create-config', name, replaces: null, labels: {}, templating: null },
  ...{ contentSha256: '', sizeBytes: 1, reason: { code: 'replaces', params: {} } },
})

let database: Awaited<ReturnType<typeof temporaryStore>>
let run: OperationRun
beforeEach(async () => {
  database = await temporaryStore()
  const title = { code: 'rotate-config' as const, params: { name: 'site', successor: 'site_v2' } }
  const steps = ['site_v2', 'page_v2', 'shop_v2'].map(creation)
  const plan: Plan = { schema: 1, swarmId: 'swarm', title, steps, notes: [], undoes: null }
  const id = newId()
  await recordOperation({ id, plan, actor: { id: 'u', name: 'kim' }, contents: new Map() })
  run = await OperationRun.open(id, new AbortController().signal)
})
afterEach(() => database.remove())

const stored = async () => (await findOperation(run.id))?.steps.map(({ state }) => state)

test('what is saved soon counts at once, and is stored together with the next change', async () => {
  run.saveStepSoon(0, { state: 'converged' })
  expect(run.step(0).state).toBe('converged')
  expect(await stored()).toEqual(['pending', 'pending', 'pending'])
  await run.saveStep(1, { state: 'converged' })
  expect(await stored()).toEqual(['converged', 'converged', 'pending'])
})

test('what is about to be sent does not wait for it, unless it is the same step', async () => {
  run.saveStepSoon(0, { state: 'converged' })
  await run.saveStep(1, { state: 'sent' })
  expect(await stored()).toEqual(['pending', 'sent', 'pending'])
  await run.saveStep(0, { state: 'sent' })
  expect(await stored()).toEqual(['sent', 'sent', 'pending'])
  await run.flush()
  expect(await stored()).toEqual(['sent', 'sent', 'pending'])
})

test('it is stored by itself when nothing comes after it', async () => {
  run.saveStepSoon(0, { state: 'converged' })
  run.saveStepSoon(1, { state: 'converged' })
  await run.flush()
  expect(await stored()).toEqual(['converged', 'converged', 'pending'])
})

test('after a crash the step is as it was before, and is carried out again', async () => {
  await run.saveStep(0, { state: 'sent' })
  run.saveStepSoon(0, { state: 'converged' })
  // The process ends here: another one opens the file.
  await closeStore()
  await openStore(database.folder)
  const again = await OperationRun.open(run.id, new AbortController().signal)
  expect(again.steps.map(({ state }) => state)).toEqual(['sent', 'pending', 'pending'])
})

test('changes that follow each other without a pause are all stored, in their order', async () => {
  const twice = async (index: number) => {
    await run.saveStep(index, { state: 'sent' })
    await run.saveStep(index, { state: 'converged' })
  }
  await Promise.all([twice(0), twice(1), run.saveStep(2, { state: 'sent' })])
  expect(await stored()).toEqual(['converged', 'converged', 'sent'])
})

test('a flush while others are being stored waits for the disk, too', async () => {
  run.saveStepSoon(0, { state: 'converged' })
  const saved = run.saveStep(1, { state: 'sent' })
  await run.flush()
  expect(await stored()).toEqual(['converged', 'sent', 'pending'])
  await saved
})

test('what could not be stored is told by the flush, for the operation is another process’s now', async () => {
  const past = Date.now() - 1
  await updateOperation(store(), { id: run.id, owner: processOwner() }, { leaseUntil: past })
  expect(await claim(store(), { id: run.id, owner: 'another', now: past + 1, until: past + 10_000 })).toBe(true)
  run.saveStepSoon(0, { state: 'converged' })
  await expect(run.saveStep(1, { state: 'sent' })).rejects.toBeInstanceOf(Interrupted)
  await expect(run.flush()).rejects.toBeInstanceOf(Interrupted)
  expect(await stored()).toEqual(['pending', 'pending', 'pending'])
})
