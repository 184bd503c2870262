import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { policyRow } from '@/components/families/testing/rows'
import { renderFor } from '@/components/families/testing/signed-in'
import type { PlannedRotation, StartedRotation } from '@/lib/contract/policies'
import { planSecretRotation } from '@/lib/rotation/plan-rotation'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { RotationsDialog } from './rotations-dialog'

vi.mock('@/lib/browser/use-live', () => ({ useLive: () => ({ view: null }) }))
const copied = vi.fn<(text: string) => void>()
vi.mock('@/lib/browser/copy-text', () => ({
  copyText: (text: string) => {
    copied(text)
    return Promise.resolve(true)
  },
}))

const password = secret({ Name: 'password' })
const users = ['api', 'web'].map((Name) => service({ Name, replicas: 2, secrets: [password] }))
const plan = planSecretRotation(snapshot(password, ...users), { secretId: password.ID, name: 'password_v2' })

const ready: PlannedRotation = {
  name: 'password',
  policy: policyRow('password', { recipe: { kind: 'hex', bytes: 8 } }),
  plan,
  digest: 'd1',
  problem: null,
}
const typed: PlannedRotation = { name: 'license', policy: null, plan, digest: 'd2', problem: null }
const gone: PlannedRotation = {
  name: 'token',
  policy: null,
  plan: null,
  digest: null,
  problem: { code: 'not_found', params: { kind: 'secret', name: 'token' } },
}

let started: StartedRotation[]
let sent: { path: string; body: { items: { name: string; valueBase64: string }[]; names: string[] } }[]

beforeEach(() => {
  started = [{ name: 'password', operationId: 'op1', problem: null }]
  sent = []
  copied.mockClear()
  vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
    sent.push({ path, body: JSON.parse(body) })
    return Promise.resolve(Response.json(path.endsWith('/plan') ? [ready, typed, gone] : started))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (onStarted?: () => void) =>
  renderFor([], <RotationsDialog names={['password', 'license', 'token']} onStarted={onStarted} onClose={() => {}} />)
const apply = () => screen.findByRole('button', { name: 'Create password_v2 and restart 2 services' })

test('each line says what is made and what restarts, or why it cannot be', async () => {
  show()
  await apply()
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(lines[0]).toContain('Restarts 2 services, one after the other: api (2 tasks, stop-first), web (2 tasks')
  expect(lines[1]).toContain('Its policy does not say how a value is made')
  expect(lines[2]).toMatch(/token.*not there/i)
})

test('the value that was copied is the one that is sent, and nothing of it is on the page', async () => {
  const onStarted = vi.fn<() => void>()
  show(onStarted)
  const button = await apply()
  fireEvent.click(screen.getByRole('button', { name: 'Copy the value of password_v2' }))
  await waitFor(() => expect(copied).toHaveBeenCalled())
  const value = copied.mock.calls[0]?.[0] ?? ''
  expect(value).toMatch(/^[0-9a-f]{16}$/)
  fireEvent.click(button)
  await screen.findByText(/becomes …/)
  const items = sent.at(-1)?.body.items
  expect(items?.map(({ name }) => name)).toEqual(['password'])
  expect(atob(items?.[0]?.valueBase64 ?? '')).toBe(value)
  expect(document.documentElement.outerHTML).not.toContain(value)
  expect(onStarted).toHaveBeenCalledOnce()
})

test('what could not begin says why and who holds it, and is tried again alone', async () => {
  const params = { operation: 'op9', actor: 'Lee', since: 1 }
  started = [{ name: 'password', operationId: null, problem: { code: 'locked', params } }]
  show()
  fireEvent.click(await apply())
  const list = await screen.findByRole('list', { name: 'Progress of each' })
  expect(within(list).getByText(/Another operation is working on this/)).toBeTruthy()
  expect(within(list).getByRole('link', { name: 'By Lee: look at it.' }).getAttribute('href')).toBe('/operations/op9')
  fireEvent.click(screen.getByRole('button', { name: 'Try this one again' }))
  await apply()
  expect(sent.at(-1)?.body.names).toEqual(['password'])
})
