import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { Drift } from '@/lib/contract/deploy'
import { DriftedService } from './drifted-service'

const service: Drift['services'][number] = {
  name: 'shop_web',
  verdict: 'changed',
  changes: [{ path: 'Mode.Replicated.Replicas', before: '2', after: '3', isMasked: false, leftBe: null }],
  digest: 'd1',
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the keyboard stays at the service whose field was let be, since its button goes', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })))
  const decided = vi.fn<() => void>()
  renderFor(['stack.deploy'], <DriftedService stack="shop" service={service} onDecided={decided} />)
  const leave = screen.getByRole('button', { name: /^Leave it be: .*Replicas/ })
  leave.focus()
  fireEvent.click(leave)
  await waitFor(() => expect(decided).toHaveBeenCalledOnce())
  expect(document.activeElement).toBe(screen.getAllByRole('listitem')[0])
})
