import { expect, test } from 'vitest'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { ended, kim, settled, snapshotWith } from '@/lib/operations/testing/operations-case'
import { createSecret, createService, referencesOf } from '@/lib/operations/testing/swarm-objects'
import { withServer } from '@/lib/operations/testing/with-server'
import { defaultPolicy } from '@/lib/rotation/policy'
import { planRotations, startRotations } from './one-click'
import { setPolicy } from './policies'

withServer()

/** A secret with a service that uses it. */
async function family() {
  const name = `${freshName('token')}-x`
  const id = await createSecret(name, 'first')
  const service = await createService({ Name: `${name}-web`, secret: { id, name }, isIdle: true })
  const object = (await snapshotWith(id, service)).secret.get(id)
  if (!object) throw new Error('no secret')
  return { name, service, object }
}

const rowsOfPolicies = () => live().view('policies').rows

test('several are rotated by their policies; what cannot begin is told beside them, with who holds it', async () => {
  const [api, web, bare] = [await family(), await family(), await family()]
  const policy = { ...defaultPolicy, recipe: { kind: 'uuid' as const }, naming: 'date' as const, maxAgeDays: 30 }
  for (const { object } of [api, web]) await setPolicy({ kind: 'secret', object }, policy, kim)
  expect(rowsOfPolicies()).toMatchObject([
    { id: `secret:${api.name}`, maxAgeDays: 30, updatedBy: 'kim', current: { name: api.name } },
    { id: `secret:${web.name}`, current: { name: web.name } },
  ])

  const planned = await planRotations([api.name, web.name, bare.name, 'gone', api.name])
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  expect(planned).toMatchObject([
    { name: api.name, policy: { naming: 'date' }, plan: { title: { params: { successor: `${api.name}_${today}` } } } },
    { name: web.name, problem: null },
    { name: bare.name, policy: null, plan: { title: { params: { successor: `${bare.name}_v2` } } } },
    { name: 'gone', plan: null, problem: { code: 'not_found' } },
  ])

  const items = planned.flatMap(({ name, plan, digest }) =>
    plan && name !== bare.name
      ? [{ name, successor: String(plan.title.params.successor), planDigest: digest, valueBase64: Buffer.from('next') }]
      : [],
  )
  const started = await startRotations([...items, ...items.slice(0, 1)], kim)
  expect(started).toMatchObject([
    { name: api.name, problem: null },
    { name: web.name, problem: null },
    { name: api.name, operationId: null, problem: { code: expect.stringMatching(/locked|plan_changed|name_taken/) } },
  ])
  for (const { operationId } of started.slice(0, 2)) expect((await ended(operationId ?? '')).state).toBe('converged')
  expect(await referencesOf(api.service)).toEqual([`${api.name}_${today}`])

  // The new version is the one whose age counts, and its row says who made it so.
  await settled(() => (rowsOfPolicies()[0]?.current?.name === `${api.name}_${today}` ? true : null))
  const row = live()
    .view('secrets')
    .rows.find(({ name }) => name === `${api.name}_${today}`)
  expect(row?.rotated).toMatchObject({ operationId: started[0]?.operationId, actorName: 'kim' })
  for (const { object } of [api, web]) await setPolicy({ kind: 'secret', object }, null, kim)
  expect(rowsOfPolicies()).toEqual([])
})
