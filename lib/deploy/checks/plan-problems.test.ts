import { expect, test } from 'vitest'
import { applyEdits } from '@/lib/compose/edit/apply-edits'
import { finding } from '@/lib/compose/finding'
import { type DeployPlan, planDeploy } from '@/lib/deploy/plan-deploy'
import { applied } from '@/lib/deploy/testing/applied'
import { converted } from '@/lib/deploy/testing/converted'
import { planned } from '@/lib/deploy/testing/planned'
import { sha256 } from '@/lib/plan/digest'
import { emptySnapshot } from '@/lib/swarm/snapshot'
import { config } from '@/lib/swarm/testing/config'
import { network } from '@/lib/swarm/testing/network'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'

const port = (PublishedPort: number, PublishMode = 'ingress') => [
  { Protocol: 'tcp', TargetPort: 80, PublishedPort, PublishMode },
]

function told({ problems }: DeployPlan): string[] {
  return problems.map(({ code, kind, name, line, params = {} }) => {
    const { name: _name, kind: _kind, ...rest } = params
    const values = Object.entries(rest).map(([key, value]) => `${key}=${String(value)}`)
    return [code, kind, name, `line ${line}`, ...values].join(' ')
  })
}

test('with a problem, there is nothing that could be applied', () => {
  const plan = planned('services: {api: {image: a, networks: [front]}}\nnetworks: {front: {external: true}}')
  expect(told(plan)).toEqual(['external_missing network front line 2'])
  expect(plan.plan).toMatchObject({ steps: [], notes: [] })
  expect(plan.services).toMatchObject([{ verdict: 'create' }])
})

test('externals that are missing can be made; those that nothing uses are not looked for', () => {
  const text = `
services: {api: {image: a, configs: [site], secrets: [key]}}
configs: {site: {external: true, name: site_v1}, unused: {external: true}}
secrets: {key: {external: true}}`
  const { problems, objects } = planned(text)
  expect(problems.map(({ remedies }) => remedies)).toEqual([
    [{ action: 'create', kind: 'secret', name: 'key' }],
    [{ action: 'create', kind: 'config', name: 'site_v1' }],
  ])
  expect(objects.map(({ name, key, verdict }) => `${name} ${key} ${verdict}`)).toEqual([
    'shop_default default create',
    'key key missing',
    'site_v1 site missing',
  ])
  const swarm = snapshot(config({ Name: 'site_v1' }), secret({ Name: 'key' }))
  expect(told(planned(text, { snapshot: swarm }))).toEqual([])
})

test('an external name must be the whole name', () => {
  const text = 'services: {api: {image: a, secrets: [key]}}\nsecrets: {key: {external: true}}'
  expect(told(planned(text, { snapshot: snapshot(secret({ Name: 'key2' }), secret({ Name: 'KEY' })) }))).toEqual([
    'external_missing secret key line 2',
  ])
})

test('external networks are those of the swarm, not of one node', () => {
  const text = (name: string) =>
    `services: {api: {image: a, networks: [n]}}\nnetworks: {n: {external: true, name: "${name}"}}`
  const local = snapshot(network({ Name: 'front', Scope: 'local', Driver: 'bridge' }))
  expect(told(planned(text('front'), { snapshot: local }))).toEqual(['external_scope network front line 2 scope=local'])
  expect(told(planned(text('front'), { snapshot: snapshot(network({ Name: 'front' })) }))).toEqual([])
  expect(told(planned(text('host')))).toEqual([])
  expect(told(planned(text('none')))).toEqual(['network_unusable network none line 2'])
  expect(told(planned(text('container:x')))).toEqual(['network_unusable network container:x line 2'])
})

test('a network of one node is none that services can join', () => {
  const text = 'services: {api: {image: a, networks: [n]}}\nnetworks:\n  n:\n    driver: bridge'
  expect(told(planned(text))).toEqual(['network_local network shop_n line 4 driver=bridge'])
})

test('a network of that name that is not the stack’s is in the way', () => {
  const swarm = snapshot(network({ Name: 'shop_default', stack: 'crm' }))
  expect(told(planned('services: {api: {image: a}}', { snapshot: swarm }))).toEqual([
    'network_name_taken network shop_default line 1 stack=crm hasStack=true',
  ])
})

test('a service of that name that is not the stack’s is in the way, also one in other letters', () => {
  const swarm = snapshot(service({ Name: 'shop_api' }), service({ Name: 'Shop_Web', stack: 'crm' }))
  expect(told(planned('services:\n  api: {image: a}\n  web: {image: a}', { snapshot: swarm }))).toEqual([
    'service_name_taken service shop_api line 2 other=shop_api stack= hasStack=false',
    'service_name_taken service shop_web line 3 other=Shop_Web stack=crm hasStack=true',
  ])
})

test('a config of that name in other letters is in the way', () => {
  const text = 'services: {api: {image: a}}\nconfigs: {site: {file: s}}'
  const swarm = snapshot(config({ Name: 'SHOP_site' }))
  expect(told(planned(text, { files: { s: 'x' }, snapshot: swarm }))).toEqual([
    'object_name_taken config shop_site line 2 other=SHOP_site',
  ])
})

test('no engine changes a mode', () => {
  const swarm = snapshot(service({ Name: 'shop_api', stack: 'shop' }))
  const text = 'services:\n  api:\n    image: a\n    deploy:\n      mode: global'
  expect(told(planned(text, { snapshot: swarm }))).toEqual([
    'mode_change service shop_api line 5 from=replicated to=global',
  ])
})

test('what the engine would refuse half-way is told before', () => {
  const target = converted('services:\n  api: {image: a}')
  const place = target.loaded.files[0]?.root.entries.get('services')?.keyPlace ?? null
  const refused = { ...target, findings: [finding('memory_too_small', place), finding('network_unused', place)] }
  const options = { resolveImage: 'never' as const, prune: false, replicas: {} }
  const wish = { stack: 'shop', snapshot: emptySnapshot('swarm-1'), options, images: new Map(), apiVersion: '1.51' }
  const plan = planDeploy({ ...wish, converted: refused })
  expect(told(plan)).toEqual(['file_refused stack shop line 1 findings=1'])
  expect(plan.plan.steps).toEqual([])
})

test('a published port belongs to one service', () => {
  const text = 'services:\n  web:\n    image: a\n    ports: ["8080:80"]'
  const taken = (wish: Partial<Parameters<typeof service>[0]>) =>
    told(planned(text, { snapshot: snapshot(service({ Name: 'crm_web', stack: 'crm', ...wish })) }))
  const expected = ['port_taken service shop_web line 4 port=8080/tcp service=crm_web stack=crm hasStack=true']
  expect(taken({ ports: port(8080) })).toEqual(expected)
  expect(taken({ ports: port(8080, 'host') })).toEqual(expected)
  expect(taken({ ports: port(8081) })).toEqual([])
  expect(taken({ ports: [{ Protocol: 'udp', TargetPort: 80, PublishedPort: 8080 }] })).toEqual([])
})

test('two services may have the same port of nodes, which the scheduler keeps apart', () => {
  const text = 'services: {web: {image: a, ports: [{target: 80, published: 8080, mode: host}]}}'
  const swarm = (mode: string) => snapshot(service({ Name: 'other', ports: port(8080, mode) }))
  expect(told(planned(text, { snapshot: swarm('host') }))).toEqual([])
  expect(told(planned(text, { snapshot: swarm('ingress') }))).toHaveLength(1)
})

test('a port that the engine has chosen for a service is taken as well', () => {
  const random = { ...service({ Name: 'other' }), Endpoint: { Ports: port(30_000) } }
  const text = 'services: {web: {image: a, ports: ["30000:80"]}}'
  expect(told(planned(text, { snapshot: snapshot(random) }))).toHaveLength(1)
})

test('two services of the file cannot have one port', () => {
  const text = 'services:\n  a: {image: a, ports: ["80:80"]}\n  b: {image: a, ports: ["80:80"]}'
  expect(told(planned(text))).toEqual(['port_taken_in_file service shop_b line 3 port=80/tcp service=shop_a'])
})

test('a service that gives a port away goes before the one that takes it', () => {
  const swarm = snapshot(service({ Name: 'shop_old', stack: 'shop', ports: port(80) }))
  const { plan } = planned('services: {new: {image: a, ports: ["80:80"]}, old: {image: a}, zed: {image: a}}', {
    snapshot: swarm,
  })
  const names = plan.steps.flatMap((step) => ('serviceName' in step ? step.serviceName : []))
  expect(names).toEqual(['shop_old', 'shop_new', 'shop_zed'])
})

test('two services that exchange their ports cannot both go first', () => {
  const swarm = snapshot(
    service({ Name: 'shop_a', stack: 'shop', ports: port(80) }),
    service({ Name: 'shop_b', stack: 'shop', ports: port(81) }),
  )
  const text = 'services:\n  a: {image: a, ports: ["81:80"]}\n  b: {image: a, ports: ["80:80"]}'
  expect(told(planned(text, { snapshot: swarm }))).toEqual(['port_swap service shop_b line 3 service=shop_a'])
})

const site = `services:
  web:
    image: web
    configs: [site]
configs:
  site:
    file: site.conf # the site
`

test('a config with another content gets another name, and the services follow', () => {
  const before = converted(site, { files: { 'site.conf': 'old' } })
  const swarm = applied(before, planned(site, { files: { 'site.conf': 'old' } }).resolved)
  const files = { 'site.conf': 'new' }
  const refused = planned(site, { files, snapshot: swarm })
  expect(told(refused)).toEqual(['content_differs config shop_site line 6'])
  expect(refused.objects.find(({ kind }) => kind === 'config')?.verdict).toBe('content_differs')

  const [remedy] = refused.problems[0]?.remedies ?? []
  if (remedy?.action !== 'edit') throw new Error('no correction is offered')
  const corrected = applyEdits('compose.yaml', site, remedy.edits)
  expect(corrected).toContain('  site:\n    name: shop_site_v2\n    file: site.conf # the site\n')
  const { plan, objects } = planned(corrected, { files, snapshot: swarm })
  expect(plan.steps).toMatchObject([
    { action: 'create-config', name: 'shop_site_v2', replaces: null, contentSha256: sha256('new'), sizeBytes: 3 },
    { action: 'replace-spec', changes: [{ path: 'configs.site', before: 'shop_site', after: 'shop_site_v2' }] },
  ])
  expect(objects.filter(({ kind }) => kind === 'config')).toMatchObject([
    { name: 'shop_site_v2', verdict: 'create' },
    { name: 'shop_site', verdict: 'leave', notes: [{ code: 'not_in_file' }, { code: 'kept_for_rollback' }] },
  ])
})

test('a name that a variable gives is changed by a person', () => {
  const text = `${site}    name: "site_\${VERSION}"\n`
  const swarm = snapshot(config({ Name: 'site_1', sha256: sha256('old') }))
  const { problems } = planned(text, { files: { 'site.conf': 'new' }, variables: { VERSION: '1' }, snapshot: swarm })
  expect(problems).toMatchObject([{ code: 'content_differs', name: 'site_1', remedies: [] }])
})
