import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { casesBelow, isRecordedCase, parseCommand } from '@/scripts/conformance/recorded-case'

export type Step = {
  name: string
  /** Shell commands. */
  before: string[]
  composeFiles: string[]
  environment: Record<string, string>
}

/** What is deployed to an empty swarm, one step after the other. */
export type Deployment = { directory: string; stack: string; setup: string[]; steps: Step[] }

type CaseStep = { files?: string[]; cmd?: string; env?: Record<string, string>; pre?: string[] }

type CaseFile = {
  stack?: string
  env?: Record<string, string>
  setup?: string[]
  steps?: CaseStep[]
  multi?: string
}

export function deploymentsOf(path: string): Deployment[] {
  if (statSync(path).isFile()) return [fileDeployment(path)]
  if (isRecordedCase(path)) return caseDeployments(resolve(path))
  const cases = casesBelow(path)
  if (cases.length > 0) return cases.flatMap((directory) => caseDeployments(resolve(directory)))
  const entries = readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
  if (files.length > 0) return files.map(({ name }) => fileDeployment(join(path, name)))
  return entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => deploymentsOf(join(path, name)))
}

function fileDeployment(path: string): Deployment {
  const name = basename(path)
  const step = { name, before: [], composeFiles: [name], environment: {} }
  return { directory: resolve(dirname(path)), stack: 'roundtrip', setup: [], steps: [step] }
}

/** Each file of a case with many files is a stack of its own; the steps of the others follow one another. */
function caseDeployments(directory: string): Deployment[] {
  const name = basename(directory)
  const caseFile: CaseFile = existsSync(join(directory, 'case.json')) ? readJson(join(directory, 'case.json')) : {}
  const { env = {}, setup = [], steps = [{}], multi } = caseFile
  const stack = caseFile.stack ?? `spec${name.split('-')[0]}`
  const common = { directory, stack, setup }
  if (multi === undefined) {
    const found = steps.map((step, index) => caseStep(`${name}${index === 0 ? '' : ` step ${index + 1}`}`, step, stack))
    const own = found.map((step) => ({ ...step, environment: { ...env, ...step.environment } }))
    return own.length === 0 ? [] : [{ ...common, steps: own.filter(({ composeFiles }) => composeFiles.length > 0) }]
  }
  const files = Object.keys(readJson(join(directory, 'expected.json')))
  return files.map((file) => {
    const composeFiles = multi === 'config-pairs' ? [file, file.replace('.a.yml', '.b.yml')] : [file]
    return { ...common, steps: [{ name: `${name}/${file}`, before: [], composeFiles, environment: env }] }
  })
}

/** Without Compose files for a command that deploys nothing to this stack. */
function caseStep(name: string, { files, cmd, env = {}, pre = [] }: CaseStep, stack: string): Step {
  const common = { name, before: pre, environment: env }
  if (cmd === undefined) return { ...common, composeFiles: files ?? ['compose.yml'] }
  const parsed = parseCommand(cmd, stack)
  return { ...common, composeFiles: 'composeFiles' in parsed && parsed.stack === stack ? parsed.composeFiles : [] }
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
