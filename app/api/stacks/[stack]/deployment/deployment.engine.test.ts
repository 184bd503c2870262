import { beforeAll, expect, test, vi } from 'vitest'
import { createToken } from '@/lib/auth/api-tokens'
import { firstAdmin } from '@/lib/auth/testing/people'
import type { DeploymentAnswer } from '@/lib/contract/deployment'
import { freshName } from '@/lib/engine/testing/test-swarm'
import { objectsOf, rememberStack, removed } from '@/lib/operations/testing/stack-case'
import { withServer } from '@/lib/operations/testing/with-server'
import { findRevisionOf } from '@/lib/store/revisions'
import { GET, POST } from './route'

vi.mock('@/lib/auth/password/password-cost', () => ({ passwordCost: { N: 2 ** 10, r: 8, p: 1 } }))

withServer()
let token = ''
beforeAll(async () => {
  const { admin } = await firstAdmin()
  token = (await createToken(admin, { name: 'pipeline', expiresInDays: 1 })).token
})

type Field = [name: string, value: string | { file: string; text: string }]
type Answered = { status: number; answer: DeploymentAnswer & { code?: string } }

const file = (name: string, text: string) => ({ file: name, text })
const compose = (text: string): Field => ['compose', file('stack.yml', text)]
/** There is no registry here. */
const local: Field = ['resolveImage', 'never']

async function post(stack: string, ...fields: Field[]): Promise<Answered> {
  rememberStack(stack)
  const form = new FormData()
  for (const [name, value] of [local, ...fields]) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new File([value.text], value.file))
  }
  return send(POST, stack, { method: 'POST', body: form })
}

function ask(stack: string, operation: string | undefined, timeout: number): Promise<Answered> {
  return send(GET, stack, {}, `?operation=${operation}&timeout=${timeout}`)
}

async function send(handler: typeof POST, stack: string, request: RequestInit, query = ''): Promise<Answered> {
  const headers = { host: 'localhost:3000', authorization: `Bearer ${token}` }
  const sent = new Request(`http://0.0.0.0:3000/api/stacks/${stack}/deployment${query}`, { ...request, headers })
  const response = await handler(sent, { params: Promise.resolve({ stack }) })
  return { status: response.status, answer: await response.json() }
}

const namesOf = async (stack: string) => (await objectsOf(stack)).services.map(({ Spec }) => Spec.Name)

/** Watched for longer than a process takes to crash, also on a busy machine: after that a crash is no failed update. */
const service = (environment: Record<string, string> = {}, failureAction = 'pause') => `
    image: skep/stand-in:1
    command: [run, serve]
    environment: ${JSON.stringify(environment)}
    deploy:
      restart_policy: {delay: 1s}
      update_config: {monitor: ${'EXIT_AFTER' in environment ? 4 : 1}s, failure_action: ${failureAction}}`

/** A variable of the file, and none of this language. */
const modeOrFast = ['$', '{MODE:-fast}'].join('')

const web = `services:
  web: ${service({ MODE: modeOrFast })}
    configs: [{source: site, target: /site.conf}]
    secrets: [key]
configs:
  site: {file: ./conf/site.conf}
secrets:
  key: {file: ./private/key.txt}
`
const files: Field[] = [
  ['file', file('site.conf', 'server {}')],
  ['file', file('key.txt', 'hunter2')],
]

test.concurrent('deploys what curl sends, waits, and tells the truth; again, there is nothing to do', async () => {
  const stack = freshName('ci')
  const first = await post(stack, compose(web), ...files, ['var', 'MODE=slow'], ['reason', 'release 1.2'])
  expect(first).toMatchObject({
    status: 200,
    answer: {
      ...{ outcome: 'converged', stack, revision: 1, findings: [], problem: null },
      services: [{ name: `${stack}_web`, verdict: 'create', state: 'converged', running: 1, desired: 1, reason: null }],
    },
  })
  const { operation, plan } = first.answer
  expect(operation?.url).toBe(`http://localhost:3000/operations/${operation?.id}`)
  expect(plan).toContain(`create-service ${stack}_web`)
  expect(JSON.stringify(first)).not.toContain('hunter2')
  expect((await findRevisionOf(String(operation?.id)))?.row).toMatchObject({
    reason: 'release 1.2',
    actorName: 'Ada · pipeline',
  })
  const again = await post(stack, compose(web), ...files, ['var', 'MODE=slow'])
  expect(again).toMatchObject({ status: 200, answer: { outcome: 'unchanged', operation: null } })
  expect(again.answer.services).toMatchObject([{ name: `${stack}_web`, state: 'unchanged' }])
})

test.concurrent('only plans when it is told to, and deploys only what was planned', async () => {
  const stack = freshName('ci')
  const planned = await post(stack, compose(web), ...files, ['plan', 'only'])
  expect(planned).toMatchObject({ status: 200, answer: { outcome: 'planned', operation: null, revision: null } })
  expect(await namesOf(stack)).toEqual([])
  const other = await post(stack, compose(web), ...files, ['expectPlan', '0'.repeat(64)])
  expect(other).toMatchObject({ status: 409, answer: { code: 'plan_changed' } })
  expect(await namesOf(stack)).toEqual([])
  const expected = await post(stack, compose(web), ...files, ['expectPlan', planned.answer.planDigest])
  expect(expected).toMatchObject({ status: 200, answer: { outcome: 'converged' } })
})

test.concurrent('refuses files with the place of each mistake, and changes nothing', async () => {
  const stack = freshName('ci')
  const broken = await post(stack, compose('services:\n  web:\n    image: skep/stand-in:1\n    imagine: x\n'))
  expect(broken).toMatchObject({ status: 422, answer: { outcome: 'refused', operation: null, plan: '' } })
  expect(broken.answer.findings[0]).toMatchObject({ severity: 'error', file: 'stack.yml', line: 4, column: 5 })
  const lacking = await post(stack, compose(web), ['file', file('key.txt', 'x')])
  expect(lacking).toMatchObject({ status: 422, answer: { outcome: 'refused' } })
  expect(lacking.answer.findings[0]).toMatchObject({ severity: 'error', file: 'stack.yml', line: 12 })
  const unknown = await post(stack, compose(web), ['comopse', 'x'])
  expect(unknown).toMatchObject({ status: 400, answer: { code: 'invalid_input', params: { field: 'comopse' } } })
  expect(await namesOf(stack)).toEqual([])
})

test.concurrent('an external that is missing is named', async () => {
  const stack = freshName('ci')
  const text = `services:\n  web: ${service()}\n    networks: [front]\nnetworks:\n  front: {external: true, name: nowhere}\n`
  const { status, answer } = await post(stack, compose(text))
  expect([status, answer.outcome]).toEqual([422, 'refused'])
  expect(answer.findings).toMatchObject([{ severity: 'error', code: 'external_missing' }])
  expect(answer.findings[0]?.text).toContain('nowhere')
})

const pair = (mode: string, failureAction: string) => `services:
  api: ${service({ MODE: mode })}
  web: ${service(mode === 'bad' ? { EXIT_AFTER: '0' } : {}, failureAction)}
`

test.concurrent('says when the engine rolled a service back, with the words of its task', async () => {
  const stack = freshName('ci')
  const text = (environment = {}) => `services:\n  web: ${service(environment, 'rollback')}\n`
  expect((await post(stack, compose(text()))).answer.outcome).toBe('converged')
  const { status, answer } = await post(stack, compose(text({ EXIT_AFTER: '0' })))
  expect([status, answer.outcome]).toEqual([409, 'rolled_back'])
  expect(answer.services).toMatchObject([{ verdict: 'restart', state: 'failed', reason: { code: 'rolled_back' } }])
  expect(answer.services[0]?.reason?.text).toMatch(/non-zero exit/)
  const environments = (await objectsOf(stack)).services.map(({ Spec }) => Spec.TaskTemplate.ContainerSpec?.Env ?? [])
  expect(environments).toEqual([[]])
})

test.concurrent('leaves a paused update to a person unless it is told otherwise', async () => {
  const stack = freshName('ci')
  await post(stack, compose(pair('good', 'pause')))
  const { status, answer } = await post(stack, compose(pair('bad', 'pause')))
  expect([status, answer.outcome]).toEqual([409, 'paused'])
  const next = await post(stack, compose(pair('good', 'pause')), ['timeout', '1'])
  expect(next).toMatchObject({ status: 409, answer: { code: 'locked' } })
})

test.concurrent('answers when the wait is over, and can be asked for the end', async () => {
  const stack = freshName('ci')
  const slow = `services:\n  web: ${service()}\n    stop_grace_period: 1s\n`.replace('monitor: 1s', 'monitor: 4s')
  const first = await post(stack, compose(slow), ['timeout', '1'])
  expect(first).toMatchObject({ status: 504, answer: { outcome: 'timed_out', revision: 1 } })
  const id = first.answer.operation?.id
  expect(await ask(stack, id, 0)).toMatchObject({ status: 202, answer: { outcome: 'running' } })
  expect(await ask(stack, id, 30)).toMatchObject({ status: 200, answer: { outcome: 'converged' } })
  expect(await ask(freshName('other'), id, 0)).toMatchObject({ status: 404 })
})

test.concurrent('two pipelines that deploy the same stack at once take turns', async () => {
  const stack = freshName('ci')
  const versions = ['a', 'b'].map((mode) => post(stack, compose(pair(mode, 'pause'))))
  const answers = await Promise.all(versions)
  expect(answers.map(({ answer }) => answer.outcome)).toEqual(['converged', 'converged'])
  expect(answers.map(({ answer }) => answer.revision).toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2])
})

test.concurrent('of a stack that is just being removed it does not say that it, or a part of it, is there', async () => {
  const stack = freshName('ci')
  await post(stack, compose(web), ...files)
  for (const revision of [2, 3, 4]) {
    const removal = removed(stack)
    const again = await post(stack, compose(web), ...files)
    expect((await removal).state).toBe('converged')
    expect(again).toMatchObject({ status: 200, answer: { outcome: 'converged', revision } })
    expect(await namesOf(stack)).toHaveLength(1)
  }
})

test.concurrent('puts the whole stack back when it was told to', async () => {
  const stack = freshName('ci')
  await post(stack, compose(pair('good', 'pause')))
  const { status, answer } = await post(stack, compose(pair('bad', 'pause')), ['onFailure', 'undo'])
  expect([status, answer.outcome]).toEqual([409, 'rolled_back'])
  const environments = (await objectsOf(stack)).services.map(({ Spec }) => Spec.TaskTemplate.ContainerSpec?.Env ?? [])
  expect(environments.toSorted((a, b) => a.length - b.length)).toEqual([[], ['MODE=good']])
})
