// @ts-check
/**
 * `npm test`: sets up everything that it needs, runs every check and every test, and ends with one line that counts them
 * all. It only ever uses swarms that it starts itself: DOCKER_HOST and docker contexts are ignored.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildServer } from './setup/build.mjs'
import { ensureSqlite, installPackages } from './setup/dependencies.mjs'
import { CommandFailure, runAloud, runQuietly, step } from './setup/progress.mjs'
import { installTestPrograms } from './setup/test-programs.mjs'
import { countPlaywright, countVitest } from './test/count.mjs'

const root = resolve(import.meta.dirname, '..')
const reports = join(root, '.cache', 'reports')
const total = { passed: 0, failed: 0 }

delete process.env.DOCKER_HOST
delete process.env.DOCKER_CONTEXT
process.env.NEXT_TELEMETRY_DISABLED = '1'
// A whole run leaves no engine behind.
process.env.CI ??= '1'

/** @param {{ passed: number, failed: number }} count */
function add(count) {
  total.passed += count.passed
  total.failed += count.failed
}

/** A check counts as one test. @param {string} name @param {string} command @param {string[]} args */
async function check(name, command, args) {
  try {
    await step(name, () => runQuietly(command, args, { cwd: root, log: `${name.split(' ')[0]}.log` }))
    add({ passed: 1, failed: 0 })
  } catch (error) {
    console.error(error instanceof CommandFailure ? error.message : error)
    add({ passed: 0, failed: 1 })
  }
}

/** @param {string} name @param {string[]} projects @param {string[]} options */
async function vitest(name, projects, ...options) {
  const report = join(reports, `${name}.json`)
  console.log(`\n── ${name} tests`)
  const args = ['vitest', 'run', ...projects.flatMap((project) => ['--project', project]), ...options]
  const ok = await runAloud('npx', [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    cwd: root,
  })
  add(countVitest(report, ok))
}

async function journeys() {
  const report = join(reports, 'journeys.json')
  console.log('\n── journeys in a browser')
  const ok = await runAloud('npx', ['playwright', 'test', '--reporter=list,json'], {
    cwd: root,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  add(countPlaywright(report, ok))
}

async function checks() {
  await check('format and lint (biome)', 'npx', ['biome', 'check', '--error-on-warnings', '.'])
  await check('lint with types (oxlint)', 'npx', ['oxlint', '--type-aware', '--deny-warnings'])
  // Each of these keeps to one core.
  await Promise.all([
    check('imports', process.execPath, ['scripts/check-imports.mjs']),
    check('types', 'npm', ['run', '--silent', 'types']),
    check('unused code (knip)', 'npx', ['knip']),
  ])
}

/** Answers whether there is a server to be looked at in a browser. @param {Promise<unknown>} ready what it waits for */
async function build(ready) {
  try {
    await ready
    await buildServer(root)
    return true
  } catch (error) {
    console.error(error instanceof CommandFailure ? error.message : error)
    return false
  }
}

async function main() {
  const begin = performance.now()
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  await installPackages(root)
  // Compiling SQLite takes one core for a minute, and neither the checks nor the first tests need it.
  const sqlite = ensureSqlite(root)
  const checked = checks()
  const isBuilt = build(Promise.all([sqlite, checked]))
  // Vitest would leave one core free.
  const withoutDatabase = checked.then(() =>
    vitest('without-database', ['pure', 'dom', 'scripts'], '--maxWorkers=100%'),
  )
  await Promise.all([installTestPrograms(), sqlite, withoutDatabase])
  // Engines are waited for more than they work.
  await Promise.all([vitest('engine', ['engine']), vitest('unit', ['unit'])])
  if (await isBuilt) await journeys()
  else add({ passed: 0, failed: 1 })
  console.log(`\nall checks and tests in ${Math.round((performance.now() - begin) / 1000)} s`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed || !total.passed ? 1 : 0
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  console.log(`${total.passed} passed, ${total.failed + 1} failed`)
  process.exitCode = 1
})
