// @ts-check
/**
 * Checks the import rules of .dependency-cruiser.cjs, and that they can fail: each rule is first tried against a
 * deliberate violation. Without @swc/core, dependency-cruiser would see no module at all and report success.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const config = join(root, '.dependency-cruiser.cjs')

/** One violation per rule: the file that breaks it, and what it imports. @type {Record<string, [string, string]>} */
const violations = {
  'no-cycles': ['lib/plan/cycle-a.ts', './cycle-b'],
  'pure-code-does-no-io': ['lib/plan/impure.ts', '@/lib/live/target'],
  'pure-code-uses-few-packages': ['lib/swarm/packages.ts', 'node:fs'],
  'only-the-engine-talks-to-docker': ['lib/live/docker.ts', 'dockerode'],
  'the-engine-stands-alone': ['lib/engine/leans.ts', '@/lib/live/target'],
  'browser-code-reaches-the-server-through-the-api': ['components/stacks/server.ts', '../../lib/live/target'],
  'no-schemas-in-pages': ['components/stacks/schema.ts', 'zod'],
  'primitives-know-no-swarm': ['components/ui/knows.ts', '@/lib/swarm/target'],
  'features-do-not-import-each-other': ['components/stacks/feature.tsx', '@/components/services/target'],
  'small-things-do-not-know-large-ones': ['components/swarm/large.ts', '@/components/plan/target'],
  'nothing-imports-app': ['lib/http/upward.ts', '@/app/target'],
  'every-import-resolves': ['lib/http/missing.ts', './not-there'],
}

const targets = [
  'lib/live/target.ts',
  'lib/swarm/target.ts',
  'components/services/target.ts',
  'components/plan/target.ts',
  'app/target.ts',
]

/** @typedef {{ summary: { totalCruised: number, violations: { from: string, to: string, rule: { name: string } }[] } }} Report */

/** @param {string} cwd @param {string[]} folders @returns {Report} */
function cruise(cwd, folders) {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const preload = join(root, 'scripts/imports/parse-tsx.cjs')
  const args = ['--require', preload, bin, '--config', config, '--output-type', 'json', ...folders]
  return JSON.parse(execFileSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }))
}

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** A component is read by another grammar, so one violation stands beside JSX. @param {string} path @param {string} imported */
const violating = (path, imported) =>
  `import '${imported}'\n${path.endsWith('.tsx') ? 'export const Shown = () => <p>text</p>\n' : ''}`

/** Names of the rules that a small tree with every violation in it does not break, though it should. */
function rulesThatCannotFail() {
  const tree = mkdtempSync(join(tmpdir(), 'skep-imports-'))
  try {
    for (const path of targets) write(join(tree, path), 'export const target = 1\n')
    write(join(tree, 'lib/plan/cycle-b.ts'), "import './cycle-a'\n")
    for (const [path, imported] of Object.values(violations)) write(join(tree, path), violating(path, imported))
    write(join(tree, 'tsconfig.json'), readFileSync(join(root, 'tsconfig.json'), 'utf8'))
    write(join(tree, 'package.json'), readFileSync(join(root, 'package.json'), 'utf8'))
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    const found = new Set(cruise(tree, ['app', 'components', 'lib']).summary.violations.map(({ rule }) => rule.name))
    return ruleNames().filter((name) => !found.has(name))
  } finally {
    rmSync(tree, { recursive: true })
  }
}

function ruleNames() {
  const names = [...readFileSync(config, 'utf8').matchAll(/forbid\(\s*'([^']+)'/g)].map((match) => String(match[1]))
  return names
}

const idle = rulesThatCannotFail()
for (const name of idle) console.error(`rule ${name} did not catch its deliberate violation`)

const sources = execFileSync('git', ['ls-files', 'app', 'components', 'lib'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => /[.]tsx?$/.test(path))
const report = cruise(root, ['app', 'components', 'lib'])
const { totalCruised } = report.summary
const broken = report.summary.violations
for (const { rule, from, to } of broken) console.error(`${rule.name}: ${from} → ${to}`)
if (totalCruised < sources.length) console.error(`saw ${totalCruised} modules of ${sources.length} source files`)

console.log(`imports: ${ruleNames().length} rules tried, ${totalCruised} modules read, ${broken.length} violations`)
process.exit(idle.length || broken.length || totalCruised < sources.length ? 1 : 0)
