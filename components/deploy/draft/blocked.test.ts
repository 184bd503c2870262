import { expect, test } from 'vitest'
import { foundAt, plannedDeploy } from '@/components/deploy/testing/planned-deploy'
import type { PlannedDeploy, PlannedObject, StackVariable } from '@/lib/contract/deploy'
import { blockedBy } from './blocked'
import { type Draft, emptyDraft } from './draft'
import { withBody, withText, withVariable } from './edit-draft'

const draft: Draft = { ...withText(emptyDraft, 'compose.yaml', 'services: {}\n'), stack: 'todo' }
const step: PlannedDeploy['plan']['steps'][number] = { action: 'init-swarm', advertiseAddress: '' }
const plan = { ...plannedDeploy().plan, steps: [step] }
const tag: StackVariable = { name: 'TAG', isSet: false, isRequired: false, defaultValue: null, places: [] }

function code(given: Draft, parts: Partial<PlannedDeploy> = {}, digest: string | null = 'd') {
  return blockedBy(given, { answer: plannedDeploy({ plan, ...parts }), digest })?.code ?? null
}

test('what can be applied is not blocked', () => {
  expect(code(draft)).toBeNull()
})

test('first the file, then its name', () => {
  expect(code(emptyDraft)).toBe('blank')
  expect(code({ ...draft, stack: '' })).toBe('name')
  expect(code({ ...draft, stack: 'a b' })).toBe('name')
})

test('errors are counted, warnings are not in the way', () => {
  const findings = [foundAt('image_missing', 'error', 0), foundAt('restart_counts', 'warning', 3)]
  expect(blockedBy(draft, { answer: plannedDeploy({ plan, findings }), digest: 'd' })).toEqual({
    code: 'errors',
    count: 1,
  })
  expect(code(draft, { findings: findings.slice(1) })).toBeNull()
})

test('a variable without a value is in the way until somebody says that it is empty', () => {
  expect(code(draft, { variables: [tag] })).toBe('variables')
  expect(code(withVariable(draft, 'TAG', ''), { variables: [tag] })).toBeNull()
  expect(code(draft, { variables: [{ ...tag, defaultValue: '' }] })).toBeNull()
  expect(code(draft, { variables: [{ ...tag, isSet: true }] })).toBeNull()
})

test('a secret whose value was lost with a reload has to be given again', () => {
  const lost: Draft = { ...withBody(draft, 'key.txt', { kind: 'lost', sizeBytes: 8 }), secretFiles: ['key.txt'] }
  const creates: PlannedObject[] = [{ kind: 'secret', key: 'key', name: 'todo_key', verdict: 'create', notes: [] }]
  expect(code(lost, { objects: creates })).toBe('absent')
})

test('a secret that is in the swarm already needs no value', () => {
  const lost: Draft = { ...withBody(draft, 'key.txt', { kind: 'lost', sizeBytes: 8 }), secretFiles: ['key.txt'] }
  expect(
    code(lost, { objects: [{ kind: 'secret', key: 'key', name: 'todo_key', verdict: 'unchanged', notes: [] }] }),
  ).toBeNull()
})

test('a plan that is being worked out, and one with nothing to do, cannot be applied', () => {
  expect(code(draft, {}, null)).toBe('planning')
  expect(code(draft, { plan: { ...plan, steps: [] } })).toBe('nothing')
})
