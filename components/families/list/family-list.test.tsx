import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SecretFamilies } from '@/components/families/secret-families'
import { dayMs, policyRow, secretRow } from '@/components/families/testing/rows'
import { renderFor } from '@/components/swarm/testing/signed-in'
import { usage } from '@/components/swarm/testing/usage'
import type { Action } from '@/lib/contract/actions'
import type { SecretRow } from '@/lib/contract/data-objects'

vi.mock('@/lib/browser/use-live', () => ({ useLive: (_: string, initial: object) => ({ view: initial }) }))
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }), usePathname: () => '/secrets' }))
vi.mock('@/lib/browser/use-search-param', async () => {
  const { useState } = await import('react')
  return { useSearchParam: (_: string, fallback = '') => useState(fallback) }
})

const now = Date.now()
const stamp = { swarmId: 's', epoch: 'e', revision: 1, asOf: now }

const version = (name: string, wish: Partial<SecretRow> = {}) =>
  secretRow(name, now, { family: 'key', versions: ['key', 'key_v2'], ...wish })

const rows = [
  version('key', { usedBy: [usage('shop_old', 'shop', 'previous')] }),
  version('key_v2', {
    usedBy: [usage('shop_web', 'shop'), usage('blog_web', 'blog')],
    rotated: { operationId: 'op1', actorName: 'Lee', at: now - 3 * dayMs },
  }),
  secretRow('lonely', now),
]
const policies = [policyRow('key', { maxAgeDays: 8, recipe: { kind: 'uuid' } })]

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([])))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(secrets: SecretRow[] = rows, may: Action[] = ['secret.rotate']) {
  renderFor(may, <SecretFamilies initial={{ stamp, rows: secrets }} policies={{ stamp, rows: policies }} />)
}

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('link')[0]?.textContent)
const rowOf = (name: string) => {
  const row = screen.getByRole('link', { name }).closest('tr')
  if (!row) throw new Error(`no row of ${name}`)
  return row
}

test('a family is one row: its version in use, how many there are, who rotated it, who uses it, and whether it is due', () => {
  show()
  expect(names()).toEqual(['key', 'lonely'])
  const text = rowOf('key').textContent
  for (const part of ['key_v2', '2 versions', 'by Lee', 'shop_web', 'blog_web', 'overdue by 2 days'])
    expect(text).toContain(part)
  expect(rowOf('lonely').textContent).toContain('never')
})

test('its versions are shown below it, by its button and by the arrow keys', () => {
  show()
  fireEvent.click(screen.getByRole('button', { name: 'Versions of key' }))
  expect(names()).toEqual(['key', 'key_v2', 'key', 'lonely'])
  expect(screen.getByRole('button', { name: 'Versions of key' }).getAttribute('aria-expanded')).toBe('true')
  const [family] = screen.getAllByRole('row').slice(1)
  if (!family) throw new Error('no row')
  fireEvent.keyDown(family, { key: 'ArrowLeft' })
  expect(names()).toEqual(['key', 'lonely'])
  fireEvent.keyDown(family, { key: 'ArrowRight' })
  expect(names()).toEqual(['key', 'key_v2', 'key', 'lonely'])
})

test('filters narrow the list, together and down to nothing, with the count in words', () => {
  show()
  fireEvent.click(screen.getByRole('button', { name: /^Unused 1/ }))
  expect(names()).toEqual(['lonely'])
  expect(screen.getByText('1 of 2 secrets')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^Due 1/ }))
  expect(screen.getByText('Nothing is left with these filters.')).toBeTruthy()
})

test('several are selected by checkbox and by key, and one dialog plans them all by their versions in use', async () => {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', (path: string, { body }: { body?: string }) => {
    if (path === '/api/rotations/plan') asked.push(JSON.parse(body ?? ''))
    return Promise.resolve(Response.json([]))
  })
  show()
  fireEvent.click(screen.getByLabelText('Select key'))
  fireEvent.keyDown(rowOf('lonely'), { key: 'x' })
  expect(screen.getByText('2 secrets selected')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Rotate 2 secrets' }))
  await waitFor(() => expect(asked).toEqual([{ names: ['key_v2', 'lonely'] }]))
})

test('what is selected in one moment all counts, although the URL follows later', () => {
  show()
  act(() => {
    fireEvent.keyDown(rowOf('lonely'), { key: 'x' })
    fireEvent.keyDown(rowOf('key'), { key: 'x' })
  })
  expect(screen.getByText('2 secrets selected')).toBeTruthy()
})

test('who may not rotate has nothing to select', () => {
  show(rows, ['secret.read'])
  expect(screen.queryByLabelText('Select key')).toBeNull()
})

test('whoever may remove versions finds from the list those that may go, where a family has several', () => {
  const link = () => screen.queryByRole('link', { name: 'Clean up versions' })
  show(rows, ['secret.remove'])
  expect(link()?.getAttribute('href')).toBe('/clean-up?kind=secret')
  cleanup()
  show([secretRow('lonely', now)], ['secret.remove'])
  expect(link()).toBeNull()
  cleanup()
  show()
  expect(link()).toBeNull()
})
