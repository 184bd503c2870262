import { expect, onTestFinished, test } from 'vitest'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { planScale } from '@/lib/scaling/plan'
import { settings } from '@/lib/settings'
import { listAudit } from '@/lib/store/audit'
import { decide } from './decide'
import { planUndo } from './plan-undo'
import { findOperationView } from './record/find-view'
import { runOperation } from './run'
import { ended, kim, settled, snapshotWith } from './testing/operations-case'
import { createService, editService, readService, runningTasks } from './testing/swarm-objects'
import { withServer } from './testing/with-server'

withServer()

test.concurrent('scaling up and, by undo, down again: nothing else is touched, and all of it is recorded', async () => {
  const Name = freshName('api')
  const id = await createService({ Name, env: ['MODE=fast'] })
  const plan = planScale(await snapshotWith(id), id, 3)
  const before = await readService(id)

  const started = await runOperation(plan, kim)
  expect(started).toMatchObject({ actorName: 'kim', undoneBy: null, title: { code: 'scale-service' } })
  const scaled = await ended(started.id)
  expect(scaled).toMatchObject({ state: 'converged', problem: null, choices: ['undo'] })
  expect(scaled.steps[0]).toMatchObject({ state: 'converged', progress: { desired: 3, onNew: 3, onOld: 0, failed: 0 } })
  expect(await runningTasks(id)).toHaveLength(3)
  expect((await readService(id)).Spec).toEqual({ ...before.Spec, Mode: { Replicated: { Replicas: 3 } } })

  const undo = await ended((await runOperation(planUndo(live().snapshot(), scaled), kim)).id)
  expect(undo).toMatchObject({ state: 'converged', undoes: scaled.id, title: { code: 'undo-scale-service' } })
  expect(await runningTasks(id)).toHaveLength(1)
  expect((await readService(id)).Spec).toEqual(before.Spec)
  const shown = await settled(() => {
    const { document } = live().view(`operation:${scaled.id}`)
    return document?.steps[0]?.state === 'undone' ? document : null
  })
  expect(shown).toMatchObject({ undoneBy: undo.id, choices: [], steps: [{ state: 'undone' }] })

  const rows = (await listAudit({ limit: 50, text: Name })).map(({ action, object, result, operationId }) => {
    return [action, object, result, operationId === scaled.id]
  })
  expect(rows.toReversed()).toEqual([
    ['service.scale', `service ${Name}`, 'intent', true],
    ['service.scale', `service ${Name}`, 'done', true],
    ['operation.undo', `service ${Name}`, 'intent', false],
    ['operation.undo', `service ${Name}`, 'done', false],
  ])
})

test.concurrent('what somebody else changes in other fields meanwhile is kept', async () => {
  const id = await createService({ Name: freshName('api') })
  const plan = planScale(await snapshotWith(id), id, 2)
  await editService(id, (spec) => Object.assign(spec.Labels ?? {}, { team: 'b' }))
  expect(await ended((await runOperation(plan, kim)).id)).toMatchObject({ state: 'converged' })
  expect((await readService(id)).Spec).toMatchObject({ Labels: { team: 'b' }, Mode: { Replicated: { Replicas: 2 } } })
})

test.concurrent('the same field changed by somebody else is a conflict, told with both values and never overwritten', async () => {
  const Name = freshName('api')
  const id = await createService({ Name })
  const plan = planScale(await snapshotWith(id), id, 3)
  await editService(id, (spec) => Object.assign(spec, { Mode: { Replicated: { Replicas: 2 } } }))
  expect(await ended((await runOperation(plan, kim)).id)).toMatchObject({
    state: 'failed',
    problem: { code: 'version_conflict', params: { service: Name, field: 'replicas', was: 1, now: 2 } },
    choices: [],
  })
  expect((await readService(id)).Spec.Mode).toEqual({ Replicated: { Replicas: 2 } })
})

test.concurrent('while many others write, the change gets through, and no write of theirs is lost', async () => {
  const id = await createService({ Name: freshName('api'), replicas: 0 })
  const plan = planScale(await snapshotWith(id), id, 1)
  const keys = Array.from({ length: 12 }, (_, index) => `label-${index}`)
  const writers = keys.map(async (key) => {
    await settled(() => editService(id, (spec) => Object.assign(spec.Labels ?? {}, { [key]: 'x' })).then(() => key))
  })
  const [operation] = await Promise.all([runOperation(plan, kim), ...writers])
  expect(await ended(operation.id)).toMatchObject({ state: 'converged' })
  const { Spec } = await readService(id)
  expect(Object.keys(Spec.Labels ?? {}).sort()).toEqual(keys.toSorted())
  expect(Spec.Mode).toEqual({ Replicated: { Replicas: 1 } })
})

test.concurrent('a second operation on the service waits for no lock: it is refused, and says by whom', async () => {
  const id = await createService({ Name: freshName('api') })
  const snapshot = await snapshotWith(id)
  const first = await runOperation(planScale(snapshot, id, 2), kim)
  await expect(runOperation(planScale(snapshot, id, 4), { id: 'user-lee', name: 'lee' })).rejects.toMatchObject({
    code: 'locked',
    params: { operation: first.id, actor: 'kim', since: first.createdAt },
  })
  await ended(first.id)
})

test.concurrent('an operation that runs can be stopped by taking it back', async () => {
  const id = await createService({ Name: freshName('api'), env: ['EXIT_AFTER=0'], replicas: 0 })
  const operation = await runOperation(planScale(await snapshotWith(id), id, 2), kim)
  const sent = () => findOperationView(operation.id).then((view) => (view.choices.includes('undo') ? view : null))
  const undo = await runOperation(planUndo(await snapshotWhere(id, 2), await settled(sent)), kim)
  expect(await ended(undo.id)).toMatchObject({ state: 'converged' })
  expect((await readService(id)).Spec.Mode).toEqual({ Replicated: { Replicas: 0 } })
})

const snapshotWhere = (id: string, replicas: number) =>
  settled(() => {
    const snapshot = live().snapshot()
    return snapshot.service.get(id)?.Spec.Mode?.Replicated?.Replicas === replicas ? snapshot : null
  })

// Not beside the others, which have all the time that they need.
test('what does not become true in time waits for a decision, and can be taken back', async () => {
  const { convergeTimeoutMs } = settings()
  Object.assign(settings(), { convergeTimeoutMs: 6_000 })
  onTestFinished(() => void Object.assign(settings(), { convergeTimeoutMs }))
  const id = await createService({ Name: freshName('api'), env: ['EXIT_AFTER=0'], replicas: 0 })
  const operation = await runOperation(planScale(await snapshotWith(id), id, 1), kim)
  const stuck = await ended(operation.id)
  expect(stuck).toMatchObject({
    state: 'needs_decision',
    // One that is about to crash may be running just when the time is over.
    problem: { code: 'not_converged', params: { onNew: expect.toBeOneOf([0, 1]), desired: 1 } },
    choices: ['undo', 'resume', 'keep'],
  })
  expect(stuck.steps[0]?.progress?.failed).toBeGreaterThan(1)
  expect(stuck.steps[0]?.progress?.lastError).toContain('non-zero exit (1)')

  const undo = await decide(operation.id, 'undo', kim)
  expect(await ended(undo.id)).toMatchObject({ state: 'converged', undoes: operation.id })
  expect(await findOperationView(operation.id)).toMatchObject({ state: 'failed', steps: [{ state: 'undone' }] })
})
