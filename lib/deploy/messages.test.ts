import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import type { Params } from '@/lib/errors/app-error'
import { messageValues } from '@/lib/errors/message-values'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'
import {
  type ObjectNoteCode,
  objectNoteCodes,
  type ProblemCode,
  problemCodes,
  type ServiceNoteCode,
  serviceNoteCodes,
} from './codes'

const owner = { stack: 'crm', hasStack: true }

/** Every code with the parameters that planning gives it. */
const problems: Record<ProblemCode, Params> = {
  file_refused: { name: 'shop', findings: 2 },
  service_name_taken: { name: 'shop_api', other: 'Shop_api', ...owner },
  mode_change: { name: 'shop_api', from: 'replicated', to: 'global' },
  port_taken: { name: 'shop_api', port: '80/tcp', service: 'crm_web', ...owner },
  port_taken_in_file: { name: 'shop_api', port: '80/tcp', service: 'shop_web' },
  port_swap: { name: 'shop_api', service: 'shop_web' },
  network_name_taken: { name: 'shared', ...owner },
  network_unusable: { name: 'none' },
  network_local: { name: 'shop_front', driver: 'bridge' },
  external_missing: { name: 'shared', kind: 'network' },
  external_scope: { name: 'shared', scope: 'local' },
  content_differs: { name: 'shop_nginx', kind: 'config' },
  object_name_taken: { name: 'shop_nginx', other: 'Shop_nginx', kind: 'config' },
}

const services: Record<ServiceNoteCode, Params> = {
  image_not_pinned: { image: 'shop/api:1' },
  digest_moves: { image: 'shop/api:1', from: 'sha256:1', to: 'sha256:2' },
  registry_silent: { image: 'shop/api:1' },
  image_kept: { image: 'shop/api:1' },
  no_node_fits: { nodes: 3, unavailable: 0, constraints: 1, platform: 2, plugins: 0, ports: 0, resources: 0 },
  not_enough_room: { tasks: 5, room: 0 },
  max_replicas_per_node: { most: 1, nodes: 2, tasks: 5 },
  host_port_exceeds_nodes: { ports: ['80'], nodes: 1, tasks: 2 },
  host_port_start_first: { ports: ['80'], nodes: 1 },
  dangerous_port: { ports: ['22/tcp'] },
  update_paused: {},
  job_runs_again: {},
  job_does_not_run: {},
  not_in_file: {},
  pruned: {},
  pruned_first: {},
  puts_back: { kind: 'config', name: 'site_v1', now: 'site_v2' },
  resets_left_be: { field: 'deploy.replicas', by: 'kim' },
}

const objects: Record<ObjectNoteCode, Params> = {
  adopted: owner,
  shape_differs: { fields: ['attachable', 'labels'] },
  network_lingers: {},
  driver_differs: {},
  local_volume_unpinned: {},
  content_unknown: {},
  value_unseen: {},
  templating_differs: {},
  not_in_file: {},
  kept_for_rollback: { services: ['shop_api'] },
  used_elsewhere: { services: ['crm_api'] },
  volume_stays: {},
  belongs_outside: {},
}

test('every code is here', () => {
  expect(Object.keys(problems)).toEqual(problemCodes)
  expect(Object.keys(services)).toEqual(serviceNoteCodes)
  expect(Object.keys(objects)).toEqual(objectNoteCodes)
})

describe.each(['en', 'ko'] as const)('in %s', (locale) => {
  const t = createTranslator({
    locale,
    messages: locale === 'en' ? en : ko,
    namespace: 'deploy',
    onError(error) {
      throw error
    },
  })

  test.each(problemCodes)('the problem %s has a sentence', (code) => {
    expect(t(`problems.${code}`, messageValues(problems[code]))).toMatch(/[.]$/)
  })

  test.each(serviceNoteCodes)('the note %s on a service has a sentence', (code) => {
    expect(t(`services.${code}`, messageValues(services[code]))).toMatch(/[.]$/)
  })

  test.each(objectNoteCodes)('the note %s on an object has a sentence', (code) => {
    expect(t(`objects.${code}`, messageValues(objects[code]))).toMatch(/[.]$/)
  })
})
