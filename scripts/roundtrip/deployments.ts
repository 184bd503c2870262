import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import {
  type Step as CaseStep,
  casesBelow,
  isRecordedCase,
  readCase,
  recordedFiles,
} from '@/scripts/conformance/case-files'
import { deployCommandOf } from '@/scripts/conformance/deploy-command'

export type Step = {
  name: string
  /** Shell commands. */
  before: string[]
  composeFiles: string[]
  environment: Record<string, string>
}

/** What is deployed to an empty swarm, one step after the other. */
export type Deployment = { directory: string; stack: string; setup: string[]; steps: Step[] }

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
function caseDeployments(path: string): Deployment[] {
  const recordedCase = readCase(path)
  const { name, directory, stack, caseFile } = recordedCase
  const { env = {}, setup = [], steps = [{}], multi } = caseFile
  const common = { directory, stack, setup }
  if (multi === undefined) {
    const found = steps.map((step, index) => caseStep(`${name}${index === 0 ? '' : ` step ${index + 1}`}`, step, stack))
    const own = found.map((step) => ({ ...step, environment: { ...env, ...step.environment } }))
    return own.length === 0 ? [] : [{ ...common, steps: own.filter(({ composeFiles }) => composeFiles.length > 0) }]
  }
  return Object.keys(recordedFiles(recordedCase)).map((file) => {
    const composeFiles = multi === 'config-pairs' ? [file, file.replace('.a.yml', '.b.yml')] : [file]
    return { ...common, steps: [{ name: `${name}/${file}`, before: [], composeFiles, environment: env }] }
  })
}

/** Without Compose files for a command that deploys nothing to this stack. */
function caseStep(name: string, step: CaseStep, stack: string): Step {
  const command = deployCommandOf(step, stack)
  const composeFiles = command?.stack === stack ? command.composeFiles : []
  return { name, before: step.pre ?? [], environment: step.env ?? {}, composeFiles }
}
