import http from 'node:http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { firstAdmin } from '@/lib/auth/testing/people'
import type { SignedInUser } from '@/lib/auth/user'
import { engineAt, testSwarm } from '@/lib/engine/testing/test-swarm'
import { listAudit } from '@/lib/store/audit'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import { requireSandbox } from '@/scripts/sandbox/state.mjs'
import { startRegistry } from '@/scripts/test/stand-in-registry.mjs'
import { checkLogin } from './check-login'
import { setCredentials } from './registries'
import { registryAuthFor } from './registry-auth'

vi.mock('@/lib/auth/password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))
vi.mock('@/lib/engine/engine', async (original) => ({
  ...(await original<typeof import('@/lib/engine/engine')>()),
  engine: () => engineAt(),
}))

const credentials = { username: 'bee', password: 'canary~~~???>>>' }
let database: Awaited<ReturnType<typeof temporaryStore>>
let registry: Awaited<ReturnType<typeof startRegistry>>
let admin: SignedInUser

beforeAll(async () => {
  const [manager] = requireSandbox(testSwarm().sandbox).nodes
  if (!manager) throw new Error('the sandbox has no manager')
  database = await temporaryStore()
  registry = await startRegistry(manager, credentials)
  admin = (await firstAdmin()).admin
  await setCredentials(admin, { host: registry.host, ...credentials })
})
afterAll(async () => {
  registry.close()
  await database.remove()
})

describe('a login through the engine', () => {
  test('works with what is kept, and with what was typed', async () => {
    await checkLogin(admin, { host: registry.host })
    await checkLogin(admin, { host: registry.host, ...credentials })
    expect((await listAudit({ limit: 1 }))[0]).toMatchObject({
      action: 'registry.login',
      object: `registry ${registry.host}`,
      result: 'done',
      detail: { username: 'bee' },
    })
  })

  test('that is refused says so with the words of the engine, and without the password', async () => {
    const wrong = checkLogin(admin, { host: registry.host, username: 'bee', password: 'canary2' })
    const failure = await wrong.catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'registry_refused', params: { name: registry.host } })
    expect(failure).toMatchObject({ params: { engineText: expect.stringMatching(/unauthorized|incorrect/i) } })
    const [row] = await listAudit({ limit: 1 })
    expect(row).toMatchObject({ action: 'registry.login', result: 'failed' })
    expect(JSON.stringify([failure, row])).not.toContain('canary')
  })

  test('at a registry that is not there says that too', async () => {
    const login = checkLogin(admin, { host: '127.0.0.1:1', ...credentials })
    await expect(login).rejects.toMatchObject({ code: 'registry_refused', params: { name: '127.0.0.1:1' } })
  })

  test('needs something to log in with', async () => {
    await expect(checkLogin(admin, { host: 'ghcr.io' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the header for an image', () => {
  const image = () => `${registry.host}/team/app:1`
  const lookUp = (auth: string | null) => statusOf(`/distribution/${image()}/json`, auth)

  test('opens its registry', async () => {
    // Engine 20.10 says 500 where later ones say 401.
    expect(await lookUp(null)).toBeGreaterThanOrEqual(401)
    expect(await lookUp(await registryAuthFor(image()))).toBe(200)
  })
})

function statusOf(path: string, auth: string | null): Promise<number | undefined> {
  const options = { socketPath: testSwarm().manager, path, headers: auth ? { 'X-Registry-Auth': auth } : {} }
  return new Promise((resolve, reject) => {
    http
      .get(options, (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode))
      })
      .on('error', reject)
  })
}
