import { expect, test } from 'vitest'
import { ask, freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { setPolicy } from '@/lib/operations/requests/policies'
import { FaultCase } from '@/lib/operations/testing/fault-case'
import { ended, kim, settled, snapshotWith } from '@/lib/operations/testing/operations-case'
import {
  createSecret,
  createService,
  referencesOf,
  runningTasks,
  type ServiceWish,
} from '@/lib/operations/testing/swarm-objects'
import { withServer } from '@/lib/operations/testing/with-server'
import { defaultPolicy } from '@/lib/rotation/policy'
import { listAudit } from '@/lib/store/audit'
import { listOperations } from '@/lib/store/operations'
import type { Secret } from '@/lib/swarm/engine-types'
import { lookAtSchedule } from './look'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** In two days, when all that is made here is too old: the start of an hour, so that minutes later it is still that hour. */
const later = Math.floor((Date.now() + 2 * dayMs) / hourMs) * hourMs
const automaticHour = new Date(later).getUTCHours()
const policy = { ...defaultPolicy, recipe: { kind: 'uuid' as const }, maxAgeDays: 1, automaticHour }

withServer()

/** A secret with a policy and a service that uses it. */
async function family(user: Partial<ServiceWish> = { isIdle: true }) {
  const name = `${freshName('password')}-x`
  const id = await createSecret(name, 'first')
  const service = await createService({ Name: `${name}-web`, secret: { id, name }, ...user })
  const snapshot = await snapshotWith(id, service)
  const object = snapshot.secret.get(id)
  if (!object) throw new Error('no secret')
  await setPolicy({ kind: 'secret', object }, policy, kim)
  return { name, service, forget: () => setPolicy({ kind: 'secret', object }, null, kim) }
}

/** What a look began, at its end. */
async function begunAt(time: number) {
  const known = new Set((await listOperations(100)).map(({ operation }) => operation.id))
  await lookAtSchedule(time)
  const begun = (await listOperations(100)).filter(({ operation }) => !known.has(operation.id))
  return Promise.all(begun.map(({ operation }) => ended(operation.id)))
}

/** Operations of the schedule that follow one that has been seen to its end. */
const atRest = () =>
  settled(async () => {
    const all = await listOperations(100)
    const isMoving = all.some(({ operation }) => operation.state === 'planned' || operation.state === 'running')
    return isMoving ? null : all.map(({ operation }) => operation)
  })

test('what is too old is rotated by itself in its hour, with a value of its own, and not again that day', async () => {
  const { name, service, forget } = await family()
  expect(await begunAt(later + hourMs)).toEqual([])
  expect(await begunAt(later)).toMatchObject([
    { state: 'converged', title: { code: 'rotate-secret' }, actorId: 'schedule', actorName: 'schedule' },
  ])
  expect(await referencesOf(service)).toEqual([`${name}_v2`])
  const [done, intent] = await listAudit({ limit: 2 })
  expect([done, intent]).toMatchObject([
    { actorId: 'schedule', action: 'secret.rotate', object: `secret ${name}`, result: 'done' },
    { actorId: 'schedule', action: 'secret.rotate', object: `secret ${name}`, result: 'intent' },
  ])
  expect(await begunAt(later + 60_000)).toEqual([])
  await forget()
})

test('after days of being off, what is overdue is rotated one after the other', async () => {
  const families = [await family(), await family(), await family()]
  const begun: string[][] = []
  for (let minute = 0; minute < 5; minute++)
    begun.push((await begunAt(later + minute * 60_000)).map(({ title }) => String(title.params.name)))
  expect(begun.map((names) => names.length)).toEqual([1, 1, 1, 0, 0])
  expect(begun.flat().toSorted()).toEqual(families.map(({ name }) => name).toSorted())
  for (const { forget } of families) await forget()
})

test('a value that breaks a service is taken back by itself, is shown as failed, and is tried again the next day', async () => {
  // No value that is typed has a hyphen here, and every UUID has.
  const { name, service, forget } = await family({ env: ['CRASH_IF_WORD=-'], failureAction: 'pause', isToCrash: true })
  const [rotation] = await begunAt(later)
  expect(rotation).toMatchObject({ state: 'failed', actorId: 'schedule' })
  const undo = (await atRest()).find(({ undoes }) => undoes === rotation?.id)
  expect(undo).toMatchObject({ state: 'converged', actorId: 'schedule' })
  expect(await referencesOf(service)).toEqual([name])
  expect(await runningTasks(service)).toHaveLength(1)
  expect(await begunAt(later + 60_000)).toEqual([])
  expect(await begunAt(later + dayMs)).toMatchObject([
    { state: 'failed', title: { params: { successor: `${name}_v3` } } },
  ])
  await atRest()
  await forget()
})

test('old versions are removed in the hour of a family that needs no rotation', async () => {
  const { name, forget } = await family()
  for (const version of [2, 3, 4, 5]) await createSecret(`${name}_v${version}`, 'x')
  await settled(() =>
    [...live().snapshot().secret.values()].some(({ Spec }) => Spec.Name === `${name}_v5`) ? true : null,
  )
  // Made today, so not too old today.
  expect(await begunAt(Date.now() - (Date.now() % dayMs) + automaticHour * hourMs)).toMatchObject([
    { title: { code: 'clean-up' }, state: 'converged', actorId: 'schedule' },
  ])
  expect(await versionsLeft(name)).toEqual([name, `${name}_v3`, `${name}_v4`, `${name}_v5`])
  await forget()
})

async function versionsLeft(name: string): Promise<string[]> {
  const secrets = await ask<Secret[]>('GET', '/secrets')
  return secrets
    .map(({ Spec }) => Spec.Name)
    .filter((each) => each.startsWith(name))
    .sort()
}

test('two processes that look at the same time rotate once', async () => {
  const { name, service, forget } = await family()
  await forget()
  const skep = new FaultCase()
  await skep.restElsewhere({ policy: { family: name, policy } })
  const reports = await Promise.all([1, 2].map(() => skep.restElsewhere({ scheduleAt: later })))
  expect(reports.flatMap(({ operations }) => operations.map(({ title }) => title.params.successor))).toContain(
    `${name}_v2`,
  )
  expect((await skep.restElsewhere()).operations).toMatchObject([{ state: 'converged' }])
  expect(await referencesOf(service)).toEqual([`${name}_v2`])
  expect(await versionsLeft(name)).toEqual([name, `${name}_v2`])
  skep.remove()
})

test('a value that died with its process is made anew, and the rotation goes on', async () => {
  const { name, service, forget } = await family()
  await forget()
  const skep = new FaultCase()
  expect(await skep.die({ policy: { family: name, policy }, scheduleAt: later }, 'after-sent:0')).toBe('SIGKILL')
  const { operations, audit, brokenAt } = await skep.restElsewhere({ scheduleAt: later + 60_000 })
  expect(operations).toMatchObject([{ state: 'converged', problem: null, actorId: 'schedule' }])
  expect(audit).toEqual(['secret.rotate intent', 'operation.decide intent', 'secret.rotate done'])
  expect(brokenAt).toBeNull()
  expect(await referencesOf(service)).toEqual([`${name}_v2`])
  skep.remove()
})
