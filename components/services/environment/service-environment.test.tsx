import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { Action } from '@/lib/contract/actions'
import { serviceDetail } from '@/lib/swarm/service-detail'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { ServiceEnvironment } from './service-environment'

const web = service({ Name: 'web', container: { Env: ['PASSWORD=hunter2', 'EMPTY='] } })
const variables = [
  { name: 'PASSWORD', value: 'hunter2' },
  { name: 'EMPTY', value: '' },
]

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    vi.fn().mockImplementation(() => Promise.resolve(Response.json({ variables }))),
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(...may: Action[]) {
  const detail = serviceDetail(snapshot(web), 'web')
  if (!detail) throw new Error('no such service')
  renderFor(may, <ServiceEnvironment service={detail} />)
}

const ask = () => fireEvent.click(screen.getByRole('button', { name: 'Show 2 values' }))

test('names are shown, values only after they were asked for', async () => {
  show('service.environment.read')
  expect(screen.getByText('PASSWORD')).toBeTruthy()
  expect(document.body.textContent).not.toContain('hunter2')
  expect(fetch).not.toHaveBeenCalled()
  ask()
  await screen.findByText('hunter2')
  expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe('/api/services/web/environment')
})

test('they are masked again on request, and when the page is left', async () => {
  show('service.environment.read')
  ask()
  await screen.findByText('hunter2')
  fireEvent.click(screen.getByRole('button', { name: 'Mask them again' }))
  expect(document.body.textContent).not.toContain('hunter2')
  ask()
  await screen.findByText('hunter2')
  fireEvent(window, new Event('pagehide'))
  await waitFor(() => expect(document.body.textContent).not.toContain('hunter2'))
})

test('without the right the button stays, says why, and asks for nothing', () => {
  show('service.read')
  ask()
  expect(fetch).not.toHaveBeenCalled()
  expect(document.body.textContent).toContain('Your role may not see environment values')
})
