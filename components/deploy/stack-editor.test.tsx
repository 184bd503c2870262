import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderFor } from '@/components/swarm/testing/signed-in'
import type { DeployPlanRequest, PlannedDeploy } from '@/lib/contract/deploy'
import { emptyDraft } from './draft/draft'
import { withText } from './draft/edit-draft'
import { StackEditor } from './stack-editor'
import { foundAt, plannedDeploy, plannedService, restart } from './testing/planned-deploy'
import { useDraftStore } from './use-draft-store'

const push = vi.fn<(href: string) => void>()
vi.mock('next/navigation', () => ({
  useRouter: () => ({ push }),
  useSearchParams: () => new URLSearchParams(),
  usePathname: () => '/stacks/-/new',
}))
vi.mock('@/lib/browser/use-live', () => ({ useLive: () => ({ view: null }) }))

const text = 'services:\n  web:\n    image: nginx\n'
const plan: PlannedDeploy['plan'] = {
  ...plannedDeploy().plan,
  steps: [
    {
      action: 'create-service',
      serviceName: 'todo_web',
      stack: 'todo',
      after: 'x',
      effect: { kind: 'start', tasks: 2 },
    },
  ],
}
const creates = plannedService({ name: 'todo_web', key: 'web', effect: { kind: 'start', tasks: 2 } })

let answer: PlannedDeploy
let sent: { method: string; path: string; body: DeployPlanRequest & { planDigest?: string } }[]

beforeEach(() => {
  answer = plannedDeploy({ plan, services: [creates] })
  sent = []
  localStorage.clear()
  vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body: string }) => {
    sent.push({ method, path, body: JSON.parse(body) })
    return Promise.resolve(Response.json(method === 'PUT' ? { id: 'op1' } : answer))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  push.mockClear()
})

const base = { ...withText(emptyDraft, 'compose.yaml', text), stack: 'todo' }

function Page() {
  return <StackEditor {...useDraftStore('todo', base)} />
}

const show = () => renderFor(['stack.deploy'], <Page />)

const contentSent = () => atob(sent.at(-1)?.body.files[0]?.dataBase64 ?? '')
const deployButton = (name: string) => screen.findByRole('button', { name })

test('the button says what it does, sends the approved plan with its reason, and leaves for the operation', async () => {
  show()
  fireEvent.change(screen.getByLabelText('Why (optional)'), { target: { value: 'first try' } })
  fireEvent.click(await deployButton('Deploy: create 1 service'))
  await waitFor(() => expect(push).toHaveBeenCalledWith('/operations/op1'))
  expect(sent.at(-1)).toMatchObject({
    method: 'PUT',
    path: '/api/stacks/todo',
    body: { planDigest: answer.digest, reason: 'first try', composeFiles: ['compose.yaml'] },
  })
  expect(localStorage.length).toBe(0)
})

test('what becomes of each service is told field by field, and values are masked', async () => {
  answer.services.push(
    plannedService({
      name: 'todo_api',
      verdict: 'restart',
      effect: restart,
      changes: [
        { path: 'image', before: 'api:1', after: 'api:2', isMasked: false },
        { path: 'environment.PASSWORD', before: null, after: null, isMasked: true },
      ],
    }),
  )
  show()
  const fields = await screen.findByRole('list', { name: 'Fields' })
  const [image, password] = within(fields).getAllByRole('listitem')
  expect(image?.textContent).toBe('imageapi:1→becomesapi:2')
  expect(password?.textContent).toBe('environment.PASSWORDanother value (not shown)')
  expect(screen.getByText(/restarts 3 tasks one at a time, start-first/i)).toBeTruthy()
})

test('a correction changes the file, which is planned again', async () => {
  const start = text.indexOf('nginx')
  answer.findings.push(
    foundAt('image_without_tag', 'info', start, [{ file: 'compose.yaml', start, end: start + 5, text: 'caddy:2' }]),
  )
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'Correct' }))
  await waitFor(() => expect(contentSent()).toBe(text.replace('nginx', 'caddy:2')))
})

test('a variable without a value blocks, has a place to be typed, and its value goes into the plan', async () => {
  answer.variables.push({
    name: 'DB_PASSWORD',
    isSet: false,
    isRequired: false,
    defaultValue: null,
    places: [{ file: 'compose.yaml', line: 3 }],
  })
  show()
  const field = await screen.findByLabelText('DB_PASSWORD')
  expect(field.getAttribute('type')).toBe('password')
  expect(screen.getByRole('button', { name: 'Deploy' }).getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(field, { target: { value: 'hunter2' } })
  await deployButton('Deploy: create 1 service')
  await waitFor(() => expect(sent.at(-1)?.body.variables).toEqual({ DB_PASSWORD: 'hunter2' }))
  expect(sent.at(-1)?.body.sensitiveVariables).toEqual(['DB_PASSWORD'])
  fireEvent(window, new Event('pagehide'))
  expect(JSON.stringify(Object.entries(localStorage))).not.toContain('hunter2')
})

test('the number of replicas that counts is chosen, and planned again', async () => {
  answer.services.push(
    plannedService({ name: 'todo_db', key: 'db', verdict: 'update', replicas: { live: 5, file: 2, chosen: 'file' } }),
  )
  show()
  fireEvent.click(await screen.findByLabelText('Keep 5'))
  expect(screen.getByLabelText<HTMLInputElement>('Keep 5').checked).toBe(true)
  await waitFor(() => expect(sent.at(-1)?.body.options.replicas).toEqual({ db: 'live' }))
})

test('with nothing to do it says so, and sends nothing', async () => {
  answer = plannedDeploy({ services: [plannedService({ name: 'todo_web', verdict: 'unchanged' })] })
  show()
  await screen.findByText(/Nothing to do: what runs is what the files say/)
  fireEvent.click(screen.getByRole('button', { name: 'Deploy' }))
  expect(sent.every(({ method }) => method === 'POST')).toBe(true)
})
