// @ts-check
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { ensureCommands } from '../sandbox/machine/packages.mjs'
import { runQuietly, step } from './progress.mjs'
import { hashOf, unlessStamped } from './stamp.mjs'

/** Below the folder of a project, or of a built server. */
export const sqliteModule = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'

/** @param {string} root Installs the locked packages, when the lock has changed since the last time. */
export async function installPackages(root) {
  const stamp = `${hashOf(root, ['package.json', 'package-lock.json'])} ${process.version}`
  await unlessStamped(join(root, 'node_modules', '.skep-installed'), stamp, () =>
    step('installing packages (npm ci)', () =>
      runQuietly('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, log: 'npm-ci.log' }),
    ),
  )
}

/**
 * SQLite's native module: from the cache outside the clone, else prebuilt, else compiled here, which takes over a minute
 * on two cores. Install scripts are off for all packages, this one is run by name.
 * @param {string} root
 */
export async function ensureSqlite(root) {
  const built = join(root, sqliteModule)
  if (existsSync(built)) return
  const cached = join(cacheFolder(), `better-sqlite3-${sqliteVersion(root)}-${abi()}.node`)
  if (existsSync(cached)) {
    mkdirSync(dirname(built), { recursive: true })
    copyFileSync(cached, built)
    return
  }
  await step('building SQLite for this Node (once per machine)', async () => {
    await ensureCompiler()
    const args = ['rebuild', 'better-sqlite3', '--ignore-scripts=false']
    // Node's own headers, where they are installed, spare node-gyp a download.
    const nodedir = join(dirname(process.execPath), '..')
    const env = existsSync(join(nodedir, 'include/node/node.h')) ? { npm_config_nodedir: nodedir } : {}
    await runQuietly('npm', args, { cwd: root, log: 'better-sqlite3.log', env })
  })
  keep(built, cached)
}

async function ensureCompiler() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return
  await ensureCommands(console.log, ['make', 'g++', 'python3'])
}

const abi = () => `node${process.versions.modules}-${process.platform}-${process.arch}`

const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'skep')

/** @param {string} root */
const sqliteVersion = (root) =>
  JSON.parse(readFileSync(join(root, 'node_modules/better-sqlite3/package.json'), 'utf8')).version

/** Written beside and renamed, so that another clone never reads half a file. @param {string} built @param {string} cached */
function keep(built, cached) {
  mkdirSync(dirname(cached), { recursive: true })
  const partial = `${cached}.${process.pid}`
  writeFileSync(partial, readFileSync(built))
  renameSync(partial, cached)
}
