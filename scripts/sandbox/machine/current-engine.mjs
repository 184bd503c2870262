// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { ensureCommands } from './packages.mjs'
import { cacheFolder } from './places.mjs'
import { run } from './run.mjs'

const root = `${cacheFolder}/engine-current`
const versionFile = 'etc/skep-engine-version'

/**
 * A small Debian of today with its own engine, as a folder that engines can take for `/`. Fetched once, and kept when
 * sandboxes go; remove the folder to get a newer one. Returns its path.
 * @param {(text: string) => void} log
 */
export async function ensureCurrentEngine(log) {
  if (!existsSync(root)) await withLock('current engine', log, () => fetchOnce(log))
  log(`current engine: ${readFileSync(`${root}/${versionFile}`, 'utf8').trim()}, kept in ${root}`)
  return root
}

/** @param {(text: string) => void} log */
async function fetchOnce(log) {
  // While we waited for the lock, somebody else may have done it.
  if (existsSync(root)) return
  await ensureCommands(log, ['debootstrap'])
  log('fetching a current engine from Debian’s packages, once; this takes about a minute …')
  const partial = `${root}.partial`
  // What was left by a fetch that was killed; no mount can be in it, since they are made in a namespace of their own.
  await run('rm', ['-rf', '--one-file-system', partial])
  mkdirSync(cacheFolder, { recursive: true })
  const packages = 'docker.io,docker-cli,iptables,iproute2,ca-certificates'
  const args = ['--variant=minbase', `--include=${packages}`, 'sid', partial]
  await run('unshare', ['--mount', '--propagation', 'private', 'debootstrap', ...args])
  mkdirSync(`${partial}/etc/docker`, { recursive: true })
  writeFileSync(`${partial}/${versionFile}`, await run('chroot', [partial, 'dockerd', '--version']))
  await run('rm', ['-rf', `${partial}/var/cache/apt`, `${partial}/var/lib/apt/lists`, `${partial}/usr/share/doc`])
  renameSync(partial, root)
}
