// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { imageArchive } from './images/archive.mjs'
import { askEngine } from './machine/engine-api.mjs'
import { commandPath } from './machine/packages.mjs'
import { run } from './machine/run.mjs'

/** @typedef {import('./images/tar.mjs').Entry} Entry */

const rootFolder = fileURLToPath(new URL('./images/root', import.meta.url))

/**
 * Gives every engine the stand-in images that it lacks or has in an older version, without any registry.
 * @param {string[]} sockets
 */
export async function loadStandIns(sockets) {
  const { archive, ids } = imageArchive(await rootEntries())
  await Promise.all(
    sockets.map(async (socket) => {
      /** @type {{ Id: string, RepoTags: string[] | null }[]} */
      const images = await askEngine(socket, 'GET', '/images/json')
      const has = (/** @type {string} */ tag) => images.find(({ RepoTags }) => RepoTags?.includes(tag))?.Id === ids[tag]
      if (Object.keys(ids).every(has)) return
      await askEngine(socket, 'POST', '/images/load?quiet=1', { body: archive, limitMs: 120_000 })
    }),
  )
}

/**
 * A small root file system: the machine's own static busybox under all its names, and our scripts.
 * @returns {Promise<Entry[]>}
 */
async function rootEntries() {
  const busybox = commandPath('busybox') ?? '/bin/busybox'
  const names = (await run(busybox, ['--list'])).trim().split('\n')
  const ours = new Set(['busybox', ...readdirSync(`${rootFolder}/bin`)])
  return [
    ...['app/', 'bin/', 'etc/', 'run/', 'var/', 'www/'].map((path) => ({ path })),
    { path: 'tmp/', mode: 0o1777 },
    { path: 'etc/passwd', content: 'root:x:0:0:root:/:/bin/sh\n' },
    { path: 'etc/group', content: 'root:x:0:\n' },
    { path: 'bin/busybox', content: readFileSync(busybox), mode: 0o755 },
    ...names.filter((name) => !ours.has(name)).map((name) => ({ path: `bin/${name}`, target: 'busybox' })),
    ...scriptEntries('bin'),
    ...scriptEntries('www'),
  ]
}

/**
 * Our own files, all of them executable: git keeps that bit, a download as a zip file does not.
 * @param {string} folder
 * @returns {Entry[]}
 */
function scriptEntries(folder) {
  return readdirSync(`${rootFolder}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return [{ path: `${path}/` }, ...scriptEntries(path)]
    return [{ path, content: readFileSync(`${rootFolder}/${path}`), mode: 0o755 }]
  })
}
