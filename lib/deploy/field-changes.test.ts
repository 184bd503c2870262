import { expect, test } from 'vitest'
import { comparableForm } from '@/lib/plan/spec-form'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import { sentForm } from './deploy-context'
import { fieldChanges } from './field-changes'
import { converted } from './testing/converted'

const files = { 'a.conf': 'a', 'b.conf': 'b', key: 'k' }
const rest = `
configs: {a: {file: a.conf}, b: {file: b.conf}}
secrets: {key: {file: key}}
networks: {front: {}, back: {}}
volumes: {data: {}, nfs: {driver_opts: {o: "addr=1,password=x", type: nfs}}}
`

function formOf(service: string): ServiceSpec {
  const { services } = converted(`services: {api: {${service}}}${rest}`, { files })
  return comparableForm(services[0] ?? {}, sentForm('1.51'))
}

function changes(before: string, after: string, withValues = false): string[] {
  return fieldChanges(formOf(`image: a${before}`), formOf(`image: a${after}`), { withValues }).map(
    ({ path, before: old, after: wanted, isMasked }) => (isMasked ? `${path} (masked)` : `${path}: ${old} → ${wanted}`),
  )
}

test('the same specs have no changes', () => {
  expect(changes(', environment: [A=1]', ', environment: {A: 1}')).toEqual([])
})

test('of a value that is masked it is told whether it is new, goes, or is another', () => {
  const env = (text: string) => formOf(`image: a, environment: {${text}}`)
  const told = fieldChanges(env('OLD: a, BOTH: b'), env('BOTH: c, NEW: d')).map(({ path, only }) => [path, only])
  expect(told).toEqual([
    ['environment.BOTH', undefined],
    ['environment.NEW', 'after'],
    ['environment.OLD', 'before'],
  ])
})

test.each([
  [', command: sleep 1', ', command: [sleep, "1 2"]', ['command: sleep 1 → sleep "1 2"']],
  ['', ', entrypoint: /run', ['entrypoint: null → /run']],
  [
    '',
    ', hostname: h, user: "1000", working_dir: /w',
    ['hostname: null → h', 'user: null → 1000', 'working_dir: null → /w'],
  ],
  [
    ', ports: ["80:80"]',
    ', ports: ["80:80", {target: 53, published: 53, protocol: udp, mode: host}]',
    ['ports: 80:80/tcp → 53:53/udp (host), 80:80/tcp'],
  ],
  [', configs: [{source: a, target: /c}]', ', configs: [{source: b, target: /c}]', ['configs./c: shop_a → shop_b']],
  [', configs: [a]', ', configs: [{source: a, mode: 0400, uid: "7"}]', ['configs.a: shop_a → shop_a 7:0 0400']],
  [', secrets: [key]', '', ['secrets.key: shop_key → null']],
  [
    ', volumes: ["data:/d"]',
    ', volumes: ["data:/d:ro", "/srv:/s"]',
    ['volumes./d: shop_data → shop_data (ro)', 'volumes./s: null → bind /srv'],
  ],
  [', labels: {a: "1"}', ', labels: {a: "2", b: ""}', ['labels.a: 1 → 2', 'labels.b: null → ']],
  ['', ', deploy: {labels: {team: x}}', ['deploy.labels.team: null → x']],
  [
    ', networks: [front]',
    ', networks: {front: {aliases: [www]}, back: {}}',
    ['networks.shop_back: null → api', 'networks.shop_front: api → www, api'],
  ],
  [
    '',
    ', healthcheck: {test: "curl -f x", interval: 1m30s, retries: 3}',
    [
      'healthcheck.interval: null → 1m30s',
      'healthcheck.retries: null → 3',
      'healthcheck.test: null → CMD-SHELL "curl -f x"',
    ],
  ],
  ['', ', deploy: {replicas: 3}', ['deploy.replicas: 1 → 3']],
  ['', ', deploy: {mode: global}', ['deploy.mode: replicated → global', 'deploy.replicas: 1 → null']],
  [', deploy: {mode: replicated-job}', ', deploy: {mode: replicated-job, replicas: 4}', ['deploy.replicas: 1 → 4']],
  [
    ', deploy: {update_config: {parallelism: 1, delay: 5s}}',
    ', deploy: {update_config: {parallelism: 2, order: start-first}}',
    [
      'deploy.update_config.delay: 5s → null',
      'deploy.update_config.order: stop-first → start-first',
      'deploy.update_config.parallelism: 1 → 2',
    ],
  ],
  [
    '',
    ', deploy: {resources: {limits: {cpus: "0.5", memory: 512M}}}',
    ['deploy.resources.limits.cpus: null → 0.5', 'deploy.resources.limits.memory: null → 512M'],
  ],
  ['', ', deploy: {resources: {limits: {}}}', ['deploy.resources.limits: null → {}']],
  [
    '',
    ', deploy: {placement: {constraints: [node.role==worker], max_replicas_per_node: 2, preferences: [{spread: node.labels.zone}]}}',
    [
      'deploy.placement.constraints: null → node.role==worker',
      'deploy.placement.max_replicas_per_node: null → 2',
      'deploy.placement.preferences: null → node.labels.zone',
    ],
  ],
  [
    '',
    ', deploy: {restart_policy: {condition: on-failure, delay: 5s}}',
    [
      'deploy.restart_policy.condition: null → on-failure',
      'deploy.restart_policy.delay: null → 5s',
      'deploy.restart_policy.max_attempts: null → 0',
    ],
  ],
  ['', ', deploy: {endpoint_mode: dnsrr}', ['deploy.endpoint_mode: vip → dnsrr']],
  [
    '',
    ', logging: {driver: syslog, options: {tag: x}}',
    ['logging.driver: null → syslog', 'logging.options.tag: null → x'],
  ],
  [
    '',
    ', ulimits: {nofile: {soft: 1, hard: 2}}, sysctls: {net.core.somaxconn: 1}',
    ['sysctls.net.core.somaxconn: null → 1', 'ulimits.nofile: null → 1:2'],
  ],
  ['', ', stop_grace_period: 0s, init: false', ['init: null → false', 'stop_grace_period: null → 0s']],
  [
    '',
    ', dns: [1.1.1.1], dns_search: [x], cap_add: [net_admin], extra_hosts: ["h:1.2.3.4"]',
    ['cap_add: null → CAP_NET_ADMIN', 'dns: null → 1.1.1.1', 'dns_search: null → x', 'extra_hosts: null → 1.2.3.4 h'],
  ],
  ['', ', dns: []', ['dns: null → {}']],
] as const)('%s becomes %s', (before, after, expected) => {
  expect(changes(before, after)).toEqual(expected)
})

test('values of the environment are masked unless they are asked for', () => {
  const [before, after] = [', environment: {A: 1, B: x}', ', environment: {A: 2, B: x, C: }']
  expect(changes(before, after)).toEqual(['environment.A (masked)', 'environment.C (masked)'])
  expect(changes(before, after, true)).toEqual(['environment.A: 1 → 2', 'environment.C: null → '])
})

test('options of drivers that may hold passwords are masked as well', () => {
  expect(changes('', ', volumes: ["nfs:/n"], logging: {options: {splunk-token: t, tag: x}}')).toEqual([
    'volumes./n: null → shop_nfs',
    'volumes./n.volume.driver: null → ',
    'volumes./n.volume.driver_opts.o (masked)',
    'volumes./n.volume.driver_opts.type: null → nfs',
    'volumes./n.volume.labels.com.docker.stack.namespace: null → shop',
    'logging.options.splunk-token (masked)',
    'logging.options.tag: null → x',
  ])
})

test('the text of the image is no change of its own beside the image', () => {
  const [before, after] = [formOf('image: "a:1"'), formOf('image: "a:2"')]
  expect(fieldChanges(before, after).map(({ path }) => path)).toEqual(['image'])
  expect(fieldChanges(before, formOf('image: "docker.io/library/a:1"')).map(({ path }) => path)).toEqual([
    'deploy.labels.com.docker.stack.image',
  ])
})

test('an order alone is told where the engine minds it', () => {
  const variables = (...Env: string[]): ServiceSpec => {
    const form = formOf('image: a')
    return {
      ...form,
      TaskTemplate: { ...form.TaskTemplate, ContainerSpec: { ...form.TaskTemplate.ContainerSpec, Env } },
    }
  }
  expect(fieldChanges(variables('A=1', 'B=2'), variables('B=2', 'A=1'))).toEqual([
    { path: 'environment', before: null, after: null, isMasked: true },
  ])
})

test('what no stack file has goes by its path in the engine', () => {
  const form = formOf('image: a')
  const forced = { ...form, TaskTemplate: { ...form.TaskTemplate, ForceUpdate: 2 } }
  expect(fieldChanges(form, forced)).toEqual([
    { path: 'TaskTemplate.ForceUpdate', before: null, after: '2', isMasked: false },
  ])
})
