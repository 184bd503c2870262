import { expect, test } from 'vitest'
import type { PlannedService } from '@/lib/contract/deploy'
import { statusByOutcome } from '@/lib/contract/deployment'
import type { OperationState, OperationView, StepView } from '@/lib/contract/operations'
import type { ErrorCode } from '@/lib/errors/codes'
import type { Step } from '@/lib/plan/plan'
import { deployedServices, outcomeOf, plannedServices } from './outcome'

const operation: OperationView = {
  ...{ id: 'o', swarmId: 's', actorId: 'u', actorName: 'Ann · ci', createdAt: 1, endedAt: 2, steps: [], choices: [] },
  ...{ title: { code: 'deploy-stack', params: { stack: 'shop' } }, undoes: null, undoneBy: null },
  state: 'converged',
  problem: null,
}

const ended = (state: OperationState, code?: ErrorCode): OperationView => {
  return { ...operation, state, problem: code ? { code, params: {} } : null }
}

test.each([
  [ended('converged'), 'converged', 200],
  [ended('rolled_back', 'rolled_back'), 'rolled_back', 409],
  [ended('failed', 'engine_refused'), 'failed', 409],
  [ended('needs_decision', 'update_paused'), 'paused', 409],
  [ended('needs_decision', 'not_converged'), 'needs_decision', 409],
  [ended('running'), 'timed_out', 504],
  [ended('planned'), 'timed_out', 504],
])('an operation that is $state, with somebody waiting, is told as %s', (view, outcome, status) => {
  expect(outcomeOf(view, true)).toBe(outcome)
  expect(statusByOutcome[outcomeOf(view, true)]).toBe(status)
})

test('what nobody waited for is running', () => {
  expect(outcomeOf(ended('running'), false)).toBe('running')
  expect(statusByOutcome.running).toBe(202)
})

const none = { kind: 'none' } as const
const newSpec = { stack: 'shop', after: 'a', effect: none }

function view(step: Step, rest: Partial<StepView> = {}): StepView {
  return { step, state: 'converged', progress: null, problem: null, startedAt: 1, endedAt: 2, ...rest }
}

const web: Step = { action: 'create-service', serviceName: 'shop_web', ...newSpec }
const api: Step = {
  ...{ action: 'replace-spec', serviceId: 'i', serviceName: 'shop_api', before: 'b', changes: [], ...newSpec },
}
const network: Step = { action: 'create-network', name: 'shop_default', stack: 'shop', driver: 'overlay' }
const progress = { desired: 2, onNew: 1, onOld: 1, failed: 3, lastError: 'task: non-zero exit (1)', seen: [] }

const planned = (name: string, verdict: PlannedService['verdict']): PlannedService => {
  return { key: null, name, verdict, effect: null, changes: [], notes: [], replicas: null }
}

test('each service says what was done to it and how far that came; what was left alone is there too', () => {
  const steps = [view(network), view(web), view(api, { state: 'sent', progress: { ...progress, lastError: null } })]
  const plan = [planned('shop_web', 'create'), planned('shop_api', 'restart'), planned('shop_db', 'unchanged')]
  expect(deployedServices({ steps }, plan)).toEqual([
    { name: 'shop_api', verdict: 'restart', state: 'running', running: 1, desired: 2, reason: null },
    { name: 'shop_db', verdict: 'unchanged', state: 'unchanged', running: null, desired: null, reason: null },
    { name: 'shop_web', verdict: 'create', state: 'converged', running: null, desired: null, reason: null },
  ])
})

test('without the plan the steps say it', () => {
  const gone: Step = { action: 'remove-service', serviceId: 'g', serviceName: 'shop_old', stack: 'shop', effect: none }
  const verdicts = deployedServices({ steps: [view(web), view(api), view(gone)] }).map(({ verdict }) => verdict)
  expect(verdicts).toEqual(['update', 'remove', 'create'])
})

test('the reason has the words of the engine, and those of the task where they are others', () => {
  const reasonWith = (engineText?: string) => {
    const problem = { code: 'rolled_back' as const, params: { engineText: engineText ?? null } }
    const [service] = deployedServices({ steps: [view(api, { state: 'failed', progress, problem })] })
    return service?.reason
  }
  const text = 'The engine rolled the service back: task: non-zero exit (1)'
  expect(reasonWith()).toEqual({ code: 'rolled_back', text })
  expect(reasonWith('task: non-zero exit (1)')).toEqual({ code: 'rolled_back', text })
  expect(reasonWith('update paused')?.text).toBe(
    'The engine rolled the service back: update paused: task: non-zero exit (1)',
  )
})

test('a plan that nobody applied has its services as they are planned', () => {
  const services = plannedServices([planned('shop_web', 'create'), planned('shop_old', 'leave')])
  expect(services.map(({ name, state }) => [name, state])).toEqual([
    ['shop_web', 'planned'],
    ['shop_old', 'unchanged'],
  ])
})
