// @ts-check
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureSqlite, sqliteModule } from './dependencies.mjs'
import { runQuietly, step } from './progress.mjs'
import { hashOf, unlessStamped } from './stamp.mjs'

const sources = [
  'app',
  'components',
  'lib',
  'messages',
  'public',
  'package.json',
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'instrumentation.ts',
  'proxy.ts',
]

/**
 * Builds the server when its sources have changed since the last build. Answers the file to start.
 * @param {string} root
 */
export async function buildServer(root) {
  const folder = join(root, '.next', 'standalone')
  const server = join(folder, 'server.js')
  // A build that was made before SQLite's native module came does not have it.
  const isWhole = [server, join(folder, sqliteModule)].every((file) => existsSync(file))
  const stamp = join(root, '.next', 'skep-built')
  if (!isWhole) rmSync(stamp, { force: true })
  await unlessStamped(stamp, hashOf(root, sources), () =>
    step('building the server (next build)', async () => {
      await ensureSqlite(root)
      const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
      const next = join(root, 'node_modules/next/dist/bin/next')
      await runQuietly(process.execPath, [next, 'build'], { cwd: root, log: 'next-build.log', env })
      // The standalone server serves these two only when they lie beside it.
      cpSync(join(root, '.next', 'static'), join(folder, '.next', 'static'), { recursive: true })
      cpSync(join(root, 'public'), join(folder, 'public'), { recursive: true })
    }),
  )
  return server
}
