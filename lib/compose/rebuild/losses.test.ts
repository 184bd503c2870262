import { expect, test } from 'vitest'
import type { StackFile } from '@/lib/compose/load/stack-files'
import type { Config, ContainerSpec, Network, Secret, ServiceSpec, TaskSpec } from '@/lib/swarm/engine-types'
import { config } from '@/lib/swarm/testing/config'
import { meta } from '@/lib/swarm/testing/meta'
import { network } from '@/lib/swarm/testing/network'
import { secret } from '@/lib/swarm/testing/secret'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { rebuildStack } from './rebuild-stack'

function textOf(file: StackFile | undefined): string {
  return file && 'text' in file ? file.text : ''
}

const base: ServiceSpec = {
  Name: 'shop_web',
  Labels: { 'com.docker.stack.image': 'shop/web:1', 'com.docker.stack.namespace': 'shop' },
  TaskTemplate: {
    ContainerSpec: {
      Image: 'shop/web:1',
      Labels: { 'com.docker.stack.namespace': 'shop' },
      Privileges: { CredentialSpec: null, SELinuxContext: null },
      Isolation: 'default',
    },
    Resources: {},
    Placement: {},
    Networks: [{ Target: 'network-shop_default', Aliases: ['web'] }],
    ForceUpdate: 0,
    Runtime: 'container',
  },
  Mode: { Replicated: { Replicas: 1 } },
  EndpointSpec: { Mode: 'vip' },
}

type Change = { spec?: Partial<ServiceSpec>; task?: Partial<TaskSpec>; container?: ContainerSpec }

/** Rebuilds a stack of one service that somebody changed after the deploy. */
function changed({ spec, task, container }: Change, ...others: (Network | Config | Secret)[]) {
  const Spec: ServiceSpec = {
    ...base,
    ...spec,
    TaskTemplate: {
      ...base.TaskTemplate,
      ContainerSpec: { ...base.TaskTemplate.ContainerSpec, ...container },
      ...task,
    },
  }
  const rebuiltStack = rebuildStack({
    stack: 'shop',
    snapshot: snapshot(
      { ID: 'service-1', ...meta(), Spec },
      network({ Name: 'shop_default', stack: 'shop' }),
      ...others,
    ),
    configContents: new Map(),
    apiVersion: '1.51',
  })
  const losses = rebuiltStack.losses.map(({ code, path }) => (path === null ? code : `${code} ${path}`))
  return { text: textOf(rebuiltStack.files[0]), losses }
}

const container = 'TaskTemplate.ContainerSpec'

test.each<[string, Change, string[]]>([
  ['a variable before the others', { container: { Env: ['B=1', 'A=1'] } }, [`environment_order ${container}.Env`]],
  ['a variable twice', { container: { Env: ['A=1', 'A=2'] } }, [`environment_order ${container}.Env`]],
  ['groups', { container: { Groups: ['7'] } }, [`groups ${container}.Groups`]],
  ['an OOM score', { container: { OomScoreAdj: 5 } }, [`oom_score_adj ${container}.OomScoreAdj`]],
  ['privileges', { container: { Privileges: { NoNewPrivileges: true } } }, [`privileges ${container}.Privileges`]],
  ['no privileges', { container: { Privileges: undefined } }, [`differs ${container}.Privileges`]],
  ['options of DNS', { container: { DNSConfig: { Options: ['a'] } } }, [`dns_options ${container}.DNSConfig`]],
  [
    'mounts in a way of their own',
    {
      container: {
        Mounts: [
          { Type: 'bind', Source: '/a', Target: '/a', BindOptions: { Propagation: 'rprivate', NonRecursive: true } },
          { Type: 'tmpfs', Target: '/b', TmpfsOptions: { Mode: 0o700, Options: [['noexec']] } },
          { Type: 'volume', Source: 'data', Target: '/c' },
          { Type: 'volume', Source: 'data', Target: '/d', VolumeOptions: { Labels: { a: 'b' } } },
        ],
      },
    },
    ['bind_non_recursive', 'tmpfs_mode', 'tmpfs_options', 'volume_of_other_client', 'volume_of_other_client'].map(
      (code) => `${code} ${container}.Mounts`,
    ),
  ],
  [
    'a name of a port',
    { spec: { EndpointSpec: { Mode: 'vip', Ports: [{ Name: 'http', TargetPort: 80, Protocol: 'tcp' }] } } },
    ['port_name EndpointSpec.Ports'],
  ],
  [
    'ports out of order',
    { spec: { EndpointSpec: { Ports: [81, 80].map((PublishedPort) => ({ TargetPort: 80, PublishedPort })) } } },
    ['differs EndpointSpec.Ports'],
  ],
  [
    'a named resource',
    {
      task: { Resources: { Reservations: { GenericResources: [{ NamedResourceSpec: { Kind: 'gpu', Value: 'a' } }] } } },
    },
    ['named_resource TaskTemplate.Resources.Reservations'],
  ],
  ['swap', { task: { Resources: { SwapBytes: 0 } } }, ['swap TaskTemplate.Resources']],
  [
    'a job with fewer at a time',
    { spec: { Mode: { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 3 } } } },
    ['job_concurrency Mode.ReplicatedJob'],
  ],
  ['force', { task: { ForceUpdate: 2 } }, ['force_update']],
  ['no networks', { task: { Networks: undefined } }, ['network_unused', 'no_network TaskTemplate.Networks']],
  [
    'networks in the old place',
    { spec: { Networks: base.TaskTemplate.Networks }, task: { Networks: undefined } },
    ['networks_in_old_place Networks', 'networks_in_old_place TaskTemplate.Networks'],
  ],
  [
    'another alias last',
    { task: { Networks: [{ Target: 'network-shop_default', Aliases: ['web', 'www'] }] } },
    ['alias_missing TaskTemplate.Networks'],
  ],
  [
    'something that is newer than we are',
    { task: JSON.parse('{"Tomorrow": {"A": 1}}') },
    ['differs TaskTemplate.Tomorrow'],
  ],
  [
    'another image',
    { container: { Image: `shop/web:2@sha256:${'b'.repeat(64)}` } },
    ['image_changed_since Labels.com.docker.stack.image'],
  ],
  [
    'no label for the image',
    { spec: { Labels: { 'com.docker.stack.namespace': 'shop' } } },
    ['image_of_no_file Labels.com.docker.stack.image'],
  ],
])('what the file cannot say is told: %s', (_name, change, losses) => {
  expect(changed(change).losses).toEqual(losses)
})

test('the text of the label is the image, whatever digest resolution found and for which platforms', () => {
  const digest = `sha256:${'a'.repeat(64)}`
  const { text, losses } = changed({
    container: { Image: `shop/web:1@${digest}` },
    task: { Placement: { Platforms: [{ Architecture: 'amd64', OS: 'linux' }] } },
  })
  expect(text).toContain('image: shop/web:1\n')
  expect(text).not.toContain('placement')
  expect(losses).toEqual([])
})

test('a digest that the file had stays', () => {
  const image = `shop/web:1@sha256:${'a'.repeat(64)}`
  const labels = { ...base.Labels, 'com.docker.stack.image': image }
  const { text, losses } = changed({ spec: { Labels: labels }, container: { Image: image } })
  expect(text).toContain(`image: ${image}\n`)
  expect(losses).toEqual([])
})

test('what cannot be in the file is left out of it', () => {
  const plugin = { ...base, Name: 'shop_plugin', TaskTemplate: { Runtime: 'plugin' } }
  const stray = { ...base, Name: 'stray' }
  const { files, losses } = rebuildStack({
    stack: 'shop',
    snapshot: snapshot(...[plugin, stray].map((Spec, index) => ({ ID: `${index}`, ...meta(), Spec }))),
    configContents: new Map(),
    apiVersion: '1.51',
  })
  expect(files.map(textOf)).toEqual(['services: {}\n'])
  expect(losses.map(({ code, service }) => `${code} ${service}`)).toEqual([
    'service_without_container shop_plugin',
    'service_of_other_name stray',
  ])
})

test('a config whose content is not known is external, and so is a secret; none of them is sent', () => {
  const file = { Name: 'site', UID: '0', GID: '0', Mode: 0o444 }
  const { text, losses } = changed(
    {
      container: {
        Configs: [{ ConfigID: 'config-shop_site', ConfigName: 'shop_site', File: file }],
        Secrets: [{ SecretID: 'secret-gone', SecretName: 'gone', File: { ...file, Name: 'gone' } }],
      },
    },
    config({ Name: 'shop_site', stack: 'shop' }),
    secret({ Name: 'shop_vault', stack: 'shop', driver: 'vault' }),
  )
  expect(losses).toEqual(['config_content_unknown'])
  expect(text).toMatchInlineSnapshot(`
    "services:
      web:
        image: shop/web:1
        configs:
          - site
        secrets:
          - gone

    configs:
      site:
        external: true
        name: shop_site

    secrets:
      vault:
        driver: vault
      gone:
        external: true
    "
  `)
})

test('networks made by hand are external, and what the engine chose for the others is left out', () => {
  const subnet = (Subnet: string, Gateway: string) => ({ IPAM: { Driver: 'default', Config: [{ Subnet, Gateway }] } })
  const networks = [
    network({ Name: 'edge', ...subnet('172.20.0.0/16', '172.20.0.1') }),
    network({ Name: 'shop_edge', stack: 'shop', ...subnet('10.0.7.0/24', '10.0.7.1') }),
    network({ Name: 'shop_far', stack: 'shop', EnableIPv6: true, ...subnet('172.21.0.0/16', '172.21.9.9') }),
  ]
  const { text, losses } = changed(
    { task: { Networks: networks.map(({ Id }) => ({ Target: Id, Aliases: ['web'] })) } },
    ...networks,
  )
  expect(losses).toEqual(['network_unused', 'network_ipv6', 'network_address_range'])
  expect(text).toMatchInlineSnapshot(`
    "services:
      web:
        image: shop/web:1
        networks:
          - edge
          - edge-external
          - far

    networks:
      edge:
      far:
        ipam:
          config:
            - subnet: 172.21.0.0/16
      edge-external:
        external: true
        name: edge
    "
  `)
})
