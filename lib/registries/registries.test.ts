import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstAdmin } from '@/lib/auth/testing/people'
import { listAudit } from '@/lib/store/audit'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { registryRows, removeCredentials, setCredentials } from './registries'
import { registryAuthFor } from './registry-auth'

vi.mock('@/lib/auth/password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))

let database: Awaited<ReturnType<typeof temporaryStore>>
beforeEach(async () => {
  database = await temporaryStore()
})
afterEach(() => database.remove())

const password = 'canary~~~???>>>'
const ghcr = { host: 'ghcr.io', username: 'bee', password }

async function keep(...all: (typeof ghcr)[]) {
  const { admin } = await firstAdmin()
  for (const credentials of all) await setCredentials(admin, credentials)
  return admin
}

function decode(header: string | null): unknown {
  return JSON.parse(Buffer.from(header ?? '', 'base64url').toString('utf8'))
}

test('an image gets the credentials of its registry, in the form that the engine reads', async () => {
  await keep(ghcr)
  const header = await registryAuthFor('ghcr.io/team/app:1')
  expect(decode(header)).toEqual({ username: 'bee', password, serveraddress: 'ghcr.io' })
  // Go's base64.URLEncoding: another alphabet than plain base64, and with its padding.
  expect(header).toMatch(/^[\w-]+={0,2}$/)
  expect(String(header).length % 4).toBe(0)
  expect(Buffer.from(JSON.stringify(decode(header))).toString('base64')).toMatch(/[+/]/)
})

test('images without a domain belong to Docker Hub, which the engine knows by another address', async () => {
  await keep({ ...ghcr, host: 'docker.io' })
  for (const image of ['nginx', 'team/app:1', 'docker.io/team/app', 'index.docker.io/team/app']) {
    expect(decode(await registryAuthFor(image))).toMatchObject({ serveraddress: 'https://index.docker.io/v1/' })
  }
})

test('nobody else gets them', async () => {
  await keep(ghcr)
  const others = ['nginx', 'ghcr.io.evil.test/app', 'evil.test/ghcr.io/app', 'ghcr.io:8443/app', 'NOT AN IMAGE', '']
  expect(await Promise.all(others.map((image) => registryAuthFor(image)))).toEqual(others.map(() => null))
})

test('the password is sealed in the database, and in neither the rows nor the audit log', async () => {
  await keep(ghcr)
  const stored = await database.store.selectFrom('registries').selectAll().execute()
  expect(stored).toHaveLength(1)
  const bytes = Buffer.from(stored[0]?.password ?? [])
  expect(bytes.length).toBeGreaterThan(password.length)
  expect(bytes.includes(password)).toBe(false)
  const told = JSON.stringify([await registryRows(), await listAudit({ limit: 9 })])
  expect(told).toContain('ghcr.io')
  expect(told).not.toContain('canary')
})

test('credentials that were copied to the row of another registry open nothing', async () => {
  await keep(ghcr)
  await database.store.updateTable('registries').set({ host: 'evil.test' }).execute()
  await expect(registryAuthFor('evil.test/app')).rejects.toThrow('unable to authenticate data')
})

test('new ones take the place of the old, and it is told who set them', async () => {
  const admin = await keep(ghcr)
  await setCredentials({ ...admin, name: 'Eve' }, { ...ghcr, username: 'wasp', password: 'other' })
  expect(await registryRows()).toMatchObject([{ host: 'ghcr.io', username: 'wasp', updatedBy: 'Eve' }])
  expect(decode(await registryAuthFor('ghcr.io/app'))).toMatchObject({ username: 'wasp', password: 'other' })
})

test('removed ones are gone, and what is not there cannot be removed', async () => {
  const admin = await keep(ghcr)
  await removeCredentials(admin, 'ghcr.io')
  expect(await registryAuthFor('ghcr.io/app')).toBeNull()
  await expect(removeCredentials(admin, 'ghcr.io')).rejects.toMatchObject({ code: 'not_found' })
  expect((await listAudit({ limit: 2 })).map((row) => `${row.action} ${row.object}`)).toEqual([
    'registry.remove registry ghcr.io',
    'registry.save registry ghcr.io',
  ])
})
