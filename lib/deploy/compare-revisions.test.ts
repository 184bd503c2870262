import { expect, test } from 'vitest'
import { config } from '@/lib/swarm/testing/config'
import { network } from '@/lib/swarm/testing/network'
import { secret } from '@/lib/swarm/testing/secret'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { compareRevisions, compareWithLive } from './compare-revisions'
import { applied } from './testing/applied'
import { converted } from './testing/converted'
import { planned } from './testing/planned'

const text = `
services: {web: {image: "web:1", environment: {A: 1}, configs: [site]}, api: {image: "api:1"}}
networks: {default: {attachable: true}}
configs: {site: {file: s}}
`
const edited = text.replace('web:1', 'web:2').replace('A: 1', 'A: 2').replace('api:', 'job:').replace('true', 'false')
const apiVersion = '1.51'

const before = { converted: converted(text, { files: { s: 'x' } }), resolved: null }
const after = { converted: converted(edited, { files: { s: 'y' } }), resolved: null }

test('a revision is like itself', () => {
  expect(compareRevisions(before, before, { apiVersion })).toEqual({ services: [], objects: [] })
})

test('services and objects that came, went and changed', () => {
  expect(compareRevisions(before, after, { apiVersion })).toMatchInlineSnapshot(`
    {
      "objects": [
        {
          "changes": [
            {
              "after": "false",
              "before": "true",
              "isMasked": false,
              "path": "attachable",
            },
          ],
          "kind": "network",
          "name": "shop_default",
          "verdict": "changed",
        },
        {
          "changes": [
            {
              "after": null,
              "before": null,
              "isMasked": true,
              "path": "content",
            },
          ],
          "kind": "config",
          "name": "shop_site",
          "verdict": "changed",
        },
      ],
      "services": [
        {
          "changes": [],
          "name": "shop_api",
          "verdict": "removed",
        },
        {
          "changes": [],
          "name": "shop_job",
          "verdict": "added",
        },
        {
          "changes": [
            {
              "after": "web:2",
              "before": "web:1",
              "isMasked": false,
              "path": "image",
            },
            {
              "after": null,
              "before": null,
              "isMasked": true,
              "path": "environment.A",
            },
          ],
          "name": "shop_web",
          "verdict": "changed",
        },
      ],
    }
  `)
})

test('values are told to those who may see them', () => {
  const [, , web] = compareRevisions(before, after, { apiVersion, withValues: true }).services
  expect(web?.changes).toContainEqual({ path: 'environment.A', before: '1', after: '2', isMasked: false })
})

test('the digests that a revision was deployed with count', () => {
  const { resolved } = planned(text, { files: { s: 'x' } })
  const [api] = compareRevisions(before, { ...before, resolved }, { apiVersion }).services
  expect(api).toMatchObject({ name: 'shop_api', changes: [{ path: 'image', before: 'api:1' }] })
})

test('a revision is compared with what is live', () => {
  const deployed = planned(edited, { files: { s: 'y' } })
  const live = { snapshot: applied(after.converted, deployed.resolved), stack: 'shop' }
  const deployedAfter = { ...after, resolved: deployed.resolved }
  expect(compareWithLive(deployedAfter, live, { apiVersion })).toEqual({ services: [], objects: [] })
  expect(compareWithLive(before, live, { apiVersion }).services).toMatchObject([
    { name: 'shop_api', verdict: 'removed' },
    { name: 'shop_job', verdict: 'added' },
    { name: 'shop_web', verdict: 'changed', changes: [{ path: 'image' }, { path: 'environment.A', isMasked: true }] },
  ])
})

test('networks, configs and secrets of a revision are compared with those that are live', () => {
  const objects = [
    network({ Name: 'shop_default', stack: 'shop' }),
    network({ Name: 'shop_more', stack: 'shop' }),
    config({ Name: 'shop_site', stack: 'shop', labels: { 'io.skep.family': 'site' }, sha256: 'other' }),
    secret({ Name: 'shop_key', stack: 'shop' }),
  ]
  const compared = compareWithLive(before, { snapshot: snapshot(...objects), stack: 'shop' }, { apiVersion }).objects
  const told = compared.map(({ name, verdict, changes }) =>
    [name, verdict, ...changes.map(({ path }) => path)].join(' '),
  )
  expect(told).toEqual([
    'shop_default changed attachable',
    'shop_key added',
    'shop_more added',
    'shop_site changed content',
  ])
  const nothing = compareWithLive(before, { snapshot: snapshot(), stack: 'shop' }, { apiVersion }).objects
  expect(nothing.map(({ verdict }) => verdict)).toEqual(['removed', 'removed'])
})
