import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import type { Choice, OperationState } from '@/lib/contract/operations'
import type { Params } from '@/lib/errors/app-error'
import { messageValues } from '@/lib/errors/message-values'
import type { Locale } from '@/lib/i18n/locales'
import { type NoteCode, noteCodes } from '@/lib/plan/note-codes'
import { type PlanCode, planCodes, type Step } from '@/lib/plan/plan'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'
import type { ShownState } from './operation-state'

/** Every code that a plan or an operation can carry, with the parameters that its planner gives it. */
const titles: Record<PlanCode, Params> = {
  'scale-service': { service: 'todo_api', from: 1, to: 5 },
  'rotate-config': { name: 'web', successor: 'web_v2' },
  'rotate-secret': { name: 'key', successor: 'key_v2' },
  'remove-config': { name: 'web' },
  'remove-secret': { name: 'key' },
  'init-swarm': { address: '10.0.0.1' },
  'undo-scale-service': { service: 'todo_api', from: 1, to: 5 },
  'undo-rotate-config': { name: 'web', successor: 'web_v2' },
  'undo-rotate-secret': { name: 'key', successor: 'key_v2' },
  'restore-config': { name: 'web', successor: 'web_v1' },
  'restore-secret': { name: 'key', successor: 'key_v1' },
  'undo-restore-config': { name: 'web', successor: 'web_v1' },
  'undo-restore-secret': { name: 'key', successor: 'key_v1' },
  'move-to-secret': { name: 'web', secret: 'web' },
  'undo-move-to-secret': { name: 'web', secret: 'web' },
  'move-variable': { variable: 'DB_PASSWORD', service: 'todo_api', secret: 'todo_db_password' },
  'undo-move-variable': { variable: 'DB_PASSWORD', service: 'todo_api', secret: 'todo_db_password' },
  'clean-up': { count: 3 },
  'create-config': { name: 'web' },
  'create-secret': { name: 'key' },
  'create-network': { name: 'shared' },
  'confirm-family': { names: ['web-a', 'web-b'], family: 'web', isOne: true },
  'undo-confirm-family': { names: ['web-a', 'web-b'] },
  'deploy-stack': { stack: 'todo' },
  'roll-back-stack': { stack: 'todo', revision: 3 },
  'roll-back-service': { service: 'todo_web' },
  'undo-roll-back-service': { service: 'todo_web' },
  'put-back-field': { stack: 'todo', service: 'todo_web', field: 'image' },
  'undo-put-back-field': { stack: 'todo', service: 'todo_web', field: 'image' },
  'remove-stack': { stack: 'todo' },
  'undo-deploy-stack': { stack: 'todo' },
  'undo-remove-stack': { stack: 'todo' },
}

const services = { services: ['todo_api', 'todo_web'] }

const notes: Record<NoteCode, Params> = {
  no_healthcheck: services,
  all_at_once: services,
  interruption: services,
  shared_across_stacks: { stacks: ['todo', 'shop'] },
  failure_action_continue: services,
  same_content: {},
  file_support_unknown: { image: 'shop/api', variable: 'DB_PASSWORD_FILE' },
  some_services_stay: services,
  used_by_none: {},
  update_in_progress: services,
  file_has_replicas: { stack: 'todo' },
  published_host_port: { ports: ['8080'], nodes: 2 },
  local_volume: { volumes: ['db_data'] },
  max_replicas_per_node: { most: 2, nodes: 3 },
  stops_all_tasks: {},
  changed_since: { service: 'todo_api', field: 'replicas', was: 5, now: 3 },
  service_gone: { service: 'todo_api' },
  mixed_versions: services,
  already_there: services,
  nothing_changes: {},
  others_changed: { service: 'todo_api', fields: ['image', 'deploy.replicas'] },
  objects_used_elsewhere: { objects: ['todo_net'] },
  volumes_stay: { volumes: ['todo_data'] },
}

const steps: Record<Step['action'], Params> = {
  'set-replicas': { service: 'todo_api', from: 1, to: 5 },
  'replace-reference': { service: 'todo_api', from: 'web', to: 'web_v2' },
  'move-reference': { service: 'todo_api', from: 'web', to: 'web', fromKind: 'config', toKind: 'secret' },
  'move-variable': {
    ...{ service: 'todo_api', variable: 'DB_PASSWORD', fileVariable: 'DB_PASSWORD_FILE' },
    ...{ secret: 'todo_db_password', isBack: false },
  },
  'create-config': { name: 'web_v2', replaces: 'web', hasPredecessor: true, sizeBytes: 20 },
  'create-secret': { name: 'key_v2', replaces: 'key', hasPredecessor: true },
  'remove-object': { kind: 'config', name: 'web' },
  'init-swarm': { address: '10.0.0.1' },
  'set-labels': { kind: 'config', name: 'web', labels: 'io.skep.family=web', isRemoval: false },
  hold: { reason: 'after_canary' },
  'relabel-object': { kind: 'config', name: 'web' },
  'create-network': { name: 'todo_default' },
  'remove-network': { name: 'todo_default' },
  'create-service': { service: 'todo_api' },
  'replace-spec': { service: 'todo_api' },
  'remove-service': { service: 'todo_api' },
}

const operationStates: Record<OperationState, Params> = {
  planned: {},
  running: {},
  converged: {},
  rolled_back: {},
  failed: {},
  needs_decision: {},
}
const stepStates: Record<ShownState, Params> = {
  pending: {},
  sent: {},
  converged: {},
  failed: {},
  unknown: {},
  undone: {},
  held: {},
  left: {},
  not_begun: {},
}
const choices: Record<Choice, Params> = { stop: {}, undo: {}, deploy_again: {}, resume: {}, supply_value: {}, keep: {} }

const namespaces = {
  titles,
  notes,
  steps,
  'plan.operationState': operationStates,
  'plan.stepState': stepStates,
  'plan.choices': choices,
}

const cases = (['en', 'ko'] as const).flatMap((locale) =>
  Object.entries(namespaces).flatMap(([namespace, codes]) =>
    Object.entries(codes).map(([code, params]): [Locale, string, Params] => [locale, `${namespace}.${code}`, params]),
  ),
)

const tags = Object.fromEntries(['s', 'old', 'new', 'link'].map((tag) => [tag, (text: string) => text]))

function sentence(locale: Locale, key: string, params: Params): string {
  const messages = { sentence: messageAt(locale === 'en' ? en : ko, key) }
  const onError = (error: Error) => {
    throw error
  }
  return createTranslator({ locale, messages, onError }).markup('sentence', { ...messageValues(params), ...tags })
}

function messageAt(messages: object, key: string): string {
  const found = key.split('.').reduce<unknown>((node, part) => Object(node)[part], messages)
  if (typeof found !== 'string') throw new Error(`There is no message ${key}.`)
  return found
}

test.each(cases)('%s has a sentence for %s, with all of its parameters', (locale, key, params) => {
  const text = sentence(locale, key, params)
  expect(text).not.toMatch(/[{}<>]/)
  for (const [name, value] of Object.entries(params)) {
    // What chooses a branch is not said itself.
    if (
      typeof value === 'boolean' ||
      ['hasPredecessor', 'kind', 'fromKind', 'toKind', 'field', 'reason'].includes(name)
    )
      continue
    if (key === 'titles.init-swarm') continue
    expect(text).toContain(Array.isArray(value) ? value.join(', ') : String(value))
  }
})

test('no code is forgotten here', () => {
  expect(Object.keys(titles)).toEqual(planCodes)
  expect(Object.keys(notes)).toEqual(noteCodes)
})
