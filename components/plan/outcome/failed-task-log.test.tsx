import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import { aTask } from '@/components/swarm/testing/task-row'
import type { Action } from '@/lib/contract/actions'
import type { TaskLog } from '@/lib/contract/tasks'
import { movingStep } from '@/lib/plan/testing/moving-step'
import { FailedTaskLog } from './failed-task-log'

const failed = aTask({ id: 'task-failed', state: 'failed', desiredState: 'shutdown', configNames: ['web_v2'] })

vi.mock('@/lib/browser/use-live', () => ({ useLive: () => ({ view: { document: { tasks: [failed] } } }) }))

const log: TaskLog = { lines: [{ stream: 'stderr', text: 'fatal: <b>hunter2</b>' }], isCut: true }

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    vi.fn().mockImplementation(() => Promise.resolve(Response.json(log))),
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (...may: Action[]) => renderFor(may, <FailedTaskLog step={movingStep('api')} />)

const ask = () => fireEvent.click(screen.getByRole('button', { name: 'Show the last lines of its log' }))

test('the log is asked for when somebody wants it, shown as text, and forgotten when the page is left', async () => {
  show('service.logs.read')
  expect(fetch).not.toHaveBeenCalled()
  ask()
  await screen.findByText('fatal: <b>hunter2</b>')
  expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe('/api/tasks/task-failed/log')
  expect(screen.getByText('The last line of the failed task’s log:')).toBeTruthy()
  fireEvent(window, new Event('pagehide'))
  await waitFor(() => expect(document.body.textContent).not.toContain('hunter2'))
})

test('without the right nothing is asked for, and it is said why', () => {
  show('service.read')
  ask()
  expect(fetch).not.toHaveBeenCalled()
  expect(document.body.textContent).toContain('an operator or an admin may read it')
})
