import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { secretRow } from '@/components/families/testing/rows'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { Action } from '@/lib/contract/actions'
import { operationOf } from '@/lib/plan/testing/operation'
import type { FamilyDoubt } from '@/lib/rotation/family-doubts'
import { planFamily } from '@/lib/rotation/plan-family'
import { secret } from '@/lib/swarm/testing/secret'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { DoubtsNotice } from './doubts-notice'

vi.mock('@/lib/browser/use-live', () => ({ useLive: () => ({ view: null }) }))

const doubt: FamilyDoubt = {
  kind: 'secret',
  question: 'join',
  name: 'database-key',
  other: 'dbkey',
  serviceName: 'shop_api',
  target: '/run/secrets/db',
}
const rows = ['database-key', 'dbkey'].map((name) => secretRow(name, 0))
const plan = planFamily(snapshot(secret({ Name: 'database-key' }), secret({ Name: 'dbkey' })), {
  kind: 'secret',
  names: ['dbkey'],
  family: 'database-key',
})

let doubts: FamilyDoubt[]
let sent: { path: string; body: unknown }[]

beforeEach(() => {
  doubts = [doubt, { ...doubt, kind: 'config' }]
  sent = []
  vi.stubGlobal('fetch', (path: string, { body }: { body?: string }) => {
    if (path === '/api/families/doubts') return Promise.resolve(Response.json(doubts))
    sent.push({ path, body: JSON.parse(body ?? '') })
    return Promise.resolve(Response.json(path.endsWith('/plan') ? { plan, digest: 'd1' } : operationOf(plan)))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (...may: Action[]) => renderFor(may, <DoubtsNotice kind="secret" rows={rows} />)
const open = async () => fireEvent.click(await screen.findByRole('button', { name: 'Look at them' }))

test('objects of the kind that are in doubt are counted, and an answer is planned, then sent', async () => {
  show('secret.rotate', 'operation.undo')
  expect(await screen.findByText(/^2 secrets may be versions of one thing/)).toBeTruthy()
  await open()
  expect(screen.getByText(/has/).textContent).toContain('shop_api has database-key at /run/secrets/db now')
  fireEvent.click(screen.getByRole('button', { name: 'Versions of one thing' }))
  await screen.findByText('Note that dbkey are versions of database-key')
  const wish = { kind: 'secret', names: ['dbkey', 'database-key'], family: 'database-key' }
  expect(sent).toEqual([
    { path: '/api/families/plan', body: wish },
    { path: '/api/families', body: { ...wish, planDigest: 'd1' } },
  ])
})

test('who may not answer is told so', async () => {
  show('secret.read')
  await open()
  fireEvent.click(screen.getByRole('button', { name: 'Two different things' }))
  expect(sent).toEqual([])
  expect(document.body.textContent).toContain('An operator or an admin can answer this.')
})

test('while all is clear there is nothing', async () => {
  doubts = [{ ...doubt, kind: 'config' }]
  const { container } = show('secret.rotate')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(container.textContent).toBe('')
})
