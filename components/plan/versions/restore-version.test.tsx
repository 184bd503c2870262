import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderFor, signedIn } from '@/components/swarm/testing/signed-in'
import { planRestore } from '@/lib/rotation/plan-restore'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { RestoreVersion } from './restore-version'

let isGone: boolean
vi.mock('@/lib/browser/use-live', () => ({ useLive: () => ({ view: { document: isGone ? null : {} } }) }))
vi.mock('@/lib/browser/use-search-param', () => ({ useSearchParam: (_: string, usual = '') => [usual, () => {}] }))
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }), usePathname: () => '/secrets/key' }))

const [first, second] = [secret({ Name: 'key' }), secret({ Name: 'key_v2' })]
const web = service({ Name: 'web', secrets: [second] })
const plan = planRestore(snapshot(first, second, web), { kind: 'secret', versionId: first.ID })

beforeEach(() => {
  isGone = false
  vi.stubGlobal('fetch', () => {
    const gone = { code: 'not_found', params: { kind: 'secret' }, status: 404 }
    return Promise.resolve(
      isGone
        ? Response.json(gone, { status: 404, headers: { 'content-type': 'application/problem+json' } })
        : Response.json({ plan, digest: 'd1' }),
    )
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('when somebody else removes the version, its row goes and the dialog stays and says so', async () => {
  const { rerender } = renderFor(['secret.rotate'], <RestoreVersion kind="secret" name="key" standing="older" />)
  fireEvent.click(screen.getByRole('button', { name: 'Go back to this version…' }))
  const apply = await screen.findByRole('button', { name: 'Point 1 service at key' })
  expect(apply).toHaveProperty('disabled', false)
  isGone = true
  rerender(signedIn(['secret.rotate'], null))
  await screen.findByText(/^This secret is not there/)
  expect(screen.getByRole('dialog', { name: 'Go to key' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Point services at key' })).toHaveProperty('disabled', true)
})
