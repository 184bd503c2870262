import { expect, test } from 'vitest'
import type { OperationState, StepState } from '@/lib/contract/operations'
import { planStackRemoval } from '@/lib/deploy/plan-removal'
import { type ErrorCode, isErrorCode } from '@/lib/errors/codes'
import { planFamily } from '@/lib/rotation/plan-family'
import { planConfigRotation } from '@/lib/rotation/plan-rotation'
import { planScale } from '@/lib/scaling/plan'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { choicesOf } from './choices'
import { outcomeOf } from './outcome'
import { newStepRecord, type StepRecord } from './step-record'

const nginx = config({ Name: 'nginx' })
const users = ['api', 'web'].map((Name) => service({ Name, configs: [nginx] }))
const wish = { configId: nginx.ID, name: 'nginx_v2', contentSha256: 'a', sizeBytes: 1 }
const rotation = planConfigRotation(snapshot(nginx, ...users), wish)
const scaling = planScale(snapshot(...users), 'service-api', 5)

type End = StepState | ErrorCode
/** Steps that ended so, the rest pending. A code stands for a failure. */
function steps(plan: typeof rotation, ...ends: End[]): StepRecord[] {
  return plan.steps.map((step, index) => {
    const record = newStepRecord(step, null)
    const end = ends[index] ?? 'pending'
    return isErrorCode(end)
      ? { ...record, state: 'failed', problem: { code: end, params: {} } }
      : { ...record, state: end }
  })
}

function ended(plan: typeof rotation, ...ends: End[]) {
  const records = steps(plan, ...ends)
  const { state, problem } = outcomeOf(records)
  return [state, problem?.code ?? null, choicesOf({ code: plan.title.code, state, steps: records, undoneBy: null })]
}

test('all converged: it can be taken back', () => {
  expect(ended(rotation, 'converged', 'converged', 'converged')).toEqual(['converged', null, ['undo']])
})

test('the canary was rolled back: no service was changed, so nothing is left to decide', () => {
  expect(ended(rotation, 'converged', 'rolled_back')).toEqual(['rolled_back', 'rolled_back', []])
})

test('the second service failed: the first one has the change already', () => {
  const decision = ['undo', 'resume', 'keep']
  expect(ended(rotation, 'converged', 'converged', 'rolled_back')).toEqual(['needs_decision', 'rolled_back', decision])
  expect(ended(rotation, 'converged', 'converged', 'version_conflict')).toEqual([
    'needs_decision',
    'version_conflict',
    decision,
  ])
})

test.each(['update_paused', 'not_converged', 'outcome_unknown'] as const)(
  '%s may have left the change behind',
  (code) => {
    expect(ended(scaling, code)).toEqual(['needs_decision', code, ['undo', 'resume', 'keep']])
  },
)

test('a conflict in the only service changed nothing', () => {
  expect(ended(scaling, 'version_conflict')).toEqual(['failed', 'version_conflict', []])
})

test('a service that is gone does not keep the others from going on; the only one does', () => {
  expect(ended(rotation, 'converged', 'not_found', 'converged')).toEqual(['converged', null, ['undo']])
  expect(ended(scaling, 'not_found')).toEqual(['failed', 'not_found', []])
})

test('a value that was lost is asked for again', () => {
  expect(ended(rotation, 'value_needed')).toEqual(['needs_decision', 'value_needed', ['supply_value', 'keep']])
})

test('while it runs, it can be taken back as soon as something was sent, and never twice', () => {
  const running = (undoneBy: string | null, ...ends: End[]) => {
    const state: OperationState = 'running'
    return choicesOf({ code: 'rotate-config', state, steps: steps(rotation, ...ends), undoneBy })
  }
  expect(running(null, 'sent')).toEqual(['stop'])
  expect(running(null, 'converged', 'sent')).toEqual(['stop', 'undo'])
  expect(running('operation-2', 'converged', 'sent')).toEqual(['stop'])
})

test('it can be stopped while there is a step left to begin', () => {
  const running = (plan: typeof rotation, ...ends: End[]) =>
    choicesOf({ code: plan.title.code, state: 'running', steps: steps(plan, ...ends), undoneBy: null })
  expect(running(rotation, 'converged', 'converged', 'sent')).toEqual(['undo'])
  expect(running(scaling)).toEqual([])
})

test('one that stopped because it was told to is first of all gone on with', () => {
  const held = (...ends: End[]) =>
    choicesOf({ code: 'rotate-config', state: 'needs_decision', steps: steps(rotation, ...ends), undoneBy: null })
  expect(held('converged', 'on_hold')).toEqual(['resume', 'keep'])
  expect(held('converged', 'converged', 'on_hold')).toEqual(['resume', 'undo', 'keep'])
  expect(held('converged', 'sent')).toEqual(['resume', 'undo', 'keep'])
})

test('what cannot be taken back is not offered to be', () => {
  const records = steps(rotation, 'converged', 'converged')
  expect(choicesOf({ code: 'remove-config', state: 'converged', steps: records, undoneBy: null })).toEqual([])
})

test('a removal, and an undo of a deployment, are taken back by deploying the revision again', () => {
  const web = service({ Name: 'shop_web', stack: 'shop' })
  const { plan } = planStackRemoval(snapshot(web), 'shop')
  expect(ended(plan, 'converged')).toEqual(['converged', null, ['deploy_again']])
  expect(ended(plan, 'engine_failed')).toEqual(['failed', 'engine_failed', []])
  const undo = { ...plan, title: { code: 'undo-deploy-stack', params: { stack: 'shop' } } } as const
  expect(ended(undo, 'converged')).toEqual(['converged', null, ['deploy_again']])
})

test('labels that were set can be taken back, also where only some of them were', () => {
  const other = config({ Name: 'proxy' })
  const answer = { kind: 'config' as const, names: ['nginx', 'proxy'], family: 'web' }
  const noted = planFamily(snapshot(nginx, other), answer)
  expect(ended(noted, 'converged', 'converged')).toEqual(['converged', null, ['undo']])
  expect(ended(noted, 'converged', 'not_found')).toEqual(['needs_decision', 'not_found', ['undo', 'resume', 'keep']])
})
