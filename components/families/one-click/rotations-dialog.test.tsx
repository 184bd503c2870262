import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { policyRow } from '@/components/families/testing/rows'
import { fileChange } from '@/components/plan/files/testing/file-change'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { PlannedRotation, StartedRotation } from '@/lib/contract/policies'
import { operationOf } from '@/lib/plan/testing/operation'
import { planSecretRotation } from '@/lib/rotation/plan-rotation'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { RotationsDialog } from './rotations-dialog'

let ended: string[]
const again = new Set<() => void>()
vi.mock('@/lib/browser/use-live', async () => {
  const { useEffect, useState } = await import('react')
  return {
    useLive: () => {
      const [, draw] = useState(0)
      useEffect(() => {
        const listener = () => draw((count) => count + 1)
        again.add(listener)
        return () => void again.delete(listener)
      }, [])
      return { view: { rows: ended.map((id) => ({ ...operationOf(plan), id })) } }
    },
  }
})
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

const key = secret({ Name: 'key' })
const keyUser = service({ Name: 'web', secrets: [key] })
const sharing = planSecretRotation(snapshot(key, keyUser), { secretId: key.ID, name: 'key_v2' })

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

const change = fileChange('elsewhere', { line: 9, before: '- password', after: '- password_v2' })

let answers: PlannedRotation[]
let started: StartedRotation[]
let sent: { path: string; body: { items: { name: string; valueBase64: string }[]; names: string[] } }[]

beforeEach(() => {
  ended = []
  answers = [ready, typed, gone]
  started = [{ name: 'password', operationId: 'op1', problem: null }]
  sent = []
  copied.mockClear()
  vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
    sent.push({ path, body: JSON.parse(body) })
    if (path === '/api/secrets/password/rotation/plan')
      return Promise.resolve(Response.json({ plan, digest: 'd1', stackFiles: [change] }))
    return Promise.resolve(Response.json(path.endsWith('/plan') ? answers : started))
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

test('what the stack files will say is asked for when somebody unfolds it, for the name that was planned', async () => {
  const inStack = service({ Name: 'shop_api', stack: 'shop', secrets: [password] })
  const itsPlan = planSecretRotation(snapshot(password, inStack), { secretId: password.ID, name: 'password_v2' })
  answers = [{ ...ready, plan: itsPlan }, typed]
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'What the stack files will say' }))
  const files = screen.getByRole('region', { name: 'What the stack files will say' })
  await waitFor(() => expect(files.textContent).toContain('- password_v2'))
  expect(sent.map(({ path }) => path)).toEqual(['/api/rotations/plan', '/api/secrets/password/rotation/plan'])
  expect(sent.at(-1)?.body).toEqual({ name: 'password_v2' })
})

test('what changes the same service waits until the one before it has ended, is planned again, and only then sent', async () => {
  const second: PlannedRotation = { ...ready, name: 'key', plan: sharing, digest: 'd3' }
  answers = [ready, second]
  show()
  await screen.findByText(/^Those that change the same service begin one after the other/)
  fireEvent.click(screen.getByRole('button', { name: 'Create 2 new versions and restart 2 services' }))
  await screen.findByText(/^key becomes key_v2 when the services/)
  const begun = () => sent.filter(({ path }) => path === '/api/rotations').map(({ body }) => body.items[0]?.name)
  expect(begun()).toEqual(['password'])

  started = [{ name: 'key', operationId: 'op2', problem: null }]
  answers = [{ ...second, digest: 'd4' }]
  ended = ['op1']
  act(() => {
    for (const draw of again) draw()
  })
  await waitFor(() => expect(begun()).toEqual(['password', 'key']))
  expect(sent.at(-1)?.body.items[0]).toMatchObject({ name: 'key', planDigest: 'd4' })
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
