import { expect, test } from 'vitest'
import { applyEdits } from '@/lib/compose/edit/apply-edits'
import { converted } from '@/lib/deploy/testing/converted'
import { config } from '@/lib/swarm/testing/config'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { putBackFindings } from './put-back-findings'

const v1 = config({ Name: 'site_v1', createdAt: '2026-01-01T00:00:00Z' })
const v2 = config({ Name: 'site_v2', createdAt: '2026-02-01T00:00:00Z' })
const own = config({ Name: 'shop_site', createdAt: '2026-01-01T00:00:00Z' })
const own2 = config({ Name: 'shop_site_v2', createdAt: '2026-02-01T00:00:00Z' })
const moved = secret({ Name: 'site_v1', labels: { 'io.skep.moved-from': 'site_v1' } })

const file = { Name: '/site.conf', UID: '0', GID: '0', Mode: 0o444 }
const running = (container: object) =>
  snapshot(v1, v2, own, own2, moved, service({ Name: 'shop_web', stack: 'shop', container }))
const onConfig = ({ ID, Spec }: typeof v1) =>
  running({ Configs: [{ ConfigID: ID, ConfigName: Spec.Name, File: file }] })
const onSecret = running({ Secrets: [{ SecretID: moved.ID, SecretName: 'site_v1', File: file }] })

const text = (definition: string) => `services:
  web:
    image: web:1
    configs: [{source: site, target: /site.conf}]
configs:
  site:
${definition}`
const external = text('    external: true\n    name: site_v1\n')

function findings(swarm: ReturnType<typeof snapshot>, yaml: string) {
  const made = converted(yaml, { files: { 'site.conf': 'x' } })
  return putBackFindings({ stack: 'shop', snapshot: swarm, converted: made }).map(({ code, line, params, edits }) => {
    return { code, line, params, corrected: edits.length > 0 && applyEdits('compose.yaml', yaml, edits) }
  })
}

test('an earlier version is found at its name, and the correction names the one in use', () => {
  expect(findings(onConfig(v2), external)).toEqual([
    {
      ...{ code: 'names_earlier_version', line: 8 },
      params: { kind: 'config', name: 'site_v1', now: 'site_v2' },
      corrected: external.replace('name: site_v1', 'name: site_v2'),
    },
  ])
  expect(findings(onConfig(v1), external)).toEqual([])
})

test('where the file’s content would have to change, too, a name alone is no correction', () => {
  expect(findings(onConfig(own2), text('    file: site.conf\n'))).toMatchObject([{ line: 7, corrected: false }])
})

test('a config that was moved to a secret is found, and becomes one in the file', () => {
  const [found, ...others] = findings(onSecret, external)
  expect(others).toEqual([])
  expect(found).toMatchObject({ params: { kind: 'config', name: 'site_v1', now: 'site_v1' } })
  expect(found?.corrected).toContain('secrets: [{source: site_v1, target: /site.conf}]')
})
