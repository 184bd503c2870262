import { expect, test } from 'vitest'
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
  const snapshot = applied(after.converted, deployed.resolved)
  const live = { snapshot, stack: 'shop' }
  expect(compareWithLive({ ...after, resolved: deployed.resolved }, live, { apiVersion }).services).toEqual([])
  expect(compareWithLive(before, live, { apiVersion }).services).toMatchObject([
    { name: 'shop_api', verdict: 'removed' },
    { name: 'shop_job', verdict: 'added' },
    { name: 'shop_web', verdict: 'changed', changes: [{ path: 'image' }, { path: 'environment.A', isMasked: true }] },
  ])
})
