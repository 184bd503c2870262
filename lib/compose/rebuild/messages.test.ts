import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import type { Params } from '@/lib/errors/app-error'
import { messageValues } from '@/lib/errors/message-values'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'
import { type LossCode, lossCodes } from './loss'

/** Every code with the parameters that rebuilding gives it. */
const losses: Record<LossCode, Params> = {
  service_of_other_name: { name: 'web' },
  service_without_container: { name: 'shop_plugin' },
  network_unused: { name: 'shop_front' },
  secret_value_unknown: { kind: 'secret', name: 'shop_key' },
  config_content_unknown: { kind: 'config', name: 'shop_nginx' },
  network_ipv6: { name: 'shop_front' },
  network_address_range: { name: 'shop_front' },
  templating_options: { kind: 'config', name: 'shop_nginx' },
  groups: { groups: ['7', '8'] },
  oom_score_adj: { score: 100 },
  privileges: { kinds: ['Seccomp', 'AppArmor'] },
  dns_options: {},
  bind_non_recursive: { target: '/data' },
  tmpfs_mode: { target: '/tmp' },
  tmpfs_options: { target: '/tmp' },
  volume_of_other_client: { volume: 'data' },
  port_name: { name: 'http' },
  named_resource: { kind: 'gpu' },
  swap: {},
  job_concurrency: { concurrent: 1, completions: 3 },
  force_update: { count: 2 },
  no_network: {},
  networks_in_old_place: {},
  alias_missing: { network: 'front' },
  environment_order: {},
  image_of_no_file: { image: 'web:1', label: null },
  image_changed_since: { image: 'web:2', label: 'web:1' },
  differs: { path: 'TaskTemplate.Tomorrow' },
  refused: { finding: 'image_invalid', line: 3 },
}

test('every code is here', () => {
  expect(Object.keys(losses)).toEqual([...lossCodes])
})

describe.each(['en', 'ko'] as const)('in %s', (locale) => {
  const t = createTranslator({
    locale,
    messages: locale === 'en' ? en : ko,
    namespace: 'compose.rebuild',
    onError(error) {
      throw error
    },
  })

  test.each(lossCodes)('%s has a sentence', (code) => {
    expect(t(code, messageValues(losses[code]))).toMatch(/[.]$/)
  })

  test('there is no sentence without a code', () => {
    const { rebuild } = (locale === 'en' ? en : ko).compose
    expect(Object.keys(rebuild).toSorted()).toEqual([...lossCodes].toSorted())
  })
})
