// @ts-check
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { imageArchive } from './archive.mjs'

const root = [{ path: 'bin/' }, { path: 'bin/run', content: '#!/bin/sh\n' }]
const images = [
  { tag: 'example/web:1', command: ['/bin/serve'], environment: ['TITLE=One'] },
  { tag: 'example/web:2', command: ['/bin/serve'], environment: ['TITLE=Two'] },
]

/**
 * @param {Buffer} archive
 * @param {string} path
 */
const read = (archive, path) => execFileSync('tar', ['-xOf', '-', path], { input: archive })

test('an image has the same id wherever and whenever it is made', () => {
  expect(imageArchive(root, images).ids).toEqual(imageArchive(root, images).ids)
})

test('an image has another id when its files or its settings are others', () => {
  const { ids } = imageArchive(root, images)
  expect(ids['example/web:1']).not.toBe(ids['example/web:2'])
  expect(imageArchive([...root, { path: 'new' }], images).ids['example/web:1']).not.toBe(ids['example/web:1'])
})

test('names for each tag a config that describes the one layer, under the id that the engine will give it', () => {
  const { archive, ids } = imageArchive(root, images)
  const manifest = JSON.parse(String(read(archive, 'manifest.json')))
  expect(manifest.map((/** @type {{ RepoTags: string[] }} */ image) => image.RepoTags)).toEqual([
    ['example/web:1'],
    ['example/web:2'],
  ])
  const config = read(archive, manifest[1].Config)
  expect(`sha256:${createHash('sha256').update(config).digest('hex')}`).toBe(ids['example/web:2'])
  const layer = read(archive, manifest[1].Layers[0])
  expect(JSON.parse(String(config))).toMatchObject({
    config: { Env: ['PATH=/bin', 'TITLE=Two'], Entrypoint: ['/bin/run'], Cmd: ['/bin/serve'] },
    rootfs: { diff_ids: [`sha256:${createHash('sha256').update(layer).digest('hex')}`] },
  })
})
