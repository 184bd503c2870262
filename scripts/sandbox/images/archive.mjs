// @ts-check
import { createHash } from 'node:crypto'
import { packTar } from './tar.mjs'

/**
 * @typedef {object} StandIn
 * @property {string} tag
 * @property {string[]} command
 * @property {string[]} [environment]
 * @property {string[]} [volumes]
 */

/** @type {StandIn[]} */
export const standIns = [
  { tag: 'diamol/ch06-todo-list:latest', command: ['/bin/serve'], environment: ['TITLE=To-do list'] },
  { tag: 'diamol/postgres:11.5', command: ['sleep', '2147483647'] },
  { tag: 'diamol/postgres:11.6', command: ['sleep', '2147483647'] },
  { tag: 'skep/stand-in:1', command: ['/bin/serve'], environment: ['TITLE=Stand-in 1'] },
  { tag: 'skep/stand-in:2', command: ['/bin/serve'], environment: ['TITLE=Stand-in 2'] },
]

/**
 * What `docker load` takes: all stand-ins over one layer, and the id that each will have. They differ only in their
 * settings, so a node unpacks the files once; and since nothing in here depends on the time, an image has one id on all
 * nodes, as if pulled.
 * @param {import('./tar.mjs').Entry[]} rootEntries the files of the one layer
 * @param {StandIn[]} images
 * @returns {{ archive: Buffer, ids: Record<string, string> }}
 */
export function imageArchive(rootEntries, images = standIns) {
  const layer = packTar(rootEntries)
  const described = images.map((image) => {
    const config = JSON.stringify(imageConfig(image, `sha256:${sha256(layer)}`))
    return { tag: image.tag, config, digest: sha256(config) }
  })
  const manifest = described.map(({ tag, digest }) => ({
    Config: `${digest}.json`,
    RepoTags: [tag],
    Layers: ['layer.tar'],
  }))
  const archive = packTar([
    { path: 'layer.tar', content: layer },
    ...described.map(({ config, digest }) => ({ path: `${digest}.json`, content: config })),
    { path: 'manifest.json', content: JSON.stringify(manifest) },
  ])
  return { archive, ids: Object.fromEntries(described.map(({ tag, digest }) => [tag, `sha256:${digest}`])) }
}

const architectures = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64', arm: 'arm' })

/**
 * @param {StandIn} image
 * @param {string} layerDigest
 */
const imageConfig = ({ tag, command, environment = [], volumes }, layerDigest) => ({
  architecture: architectures[process.arch] ?? process.arch,
  os: 'linux',
  created: '2024-01-01T00:00:00Z',
  config: {
    Env: ['PATH=/bin', ...environment],
    Entrypoint: ['/bin/run'],
    Cmd: command,
    Volumes: volumes && Object.fromEntries(volumes.map((path) => [path, {}])),
    Labels: {
      'org.opencontainers.image.title': tag,
      'org.opencontainers.image.description': 'A stand-in made of busybox',
    },
  },
  rootfs: { type: 'layers', diff_ids: [layerDigest] },
  history: [{ created: '2024-01-01T00:00:00Z', created_by: 'npm run sandbox' }],
})

/** @param {Buffer | string} data */
const sha256 = (data) => createHash('sha256').update(data).digest('hex')
