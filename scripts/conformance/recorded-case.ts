import { join } from 'node:path'
import {
  proxyOption,
  type Recorded,
  type RecordedCase,
  readCase,
  recordedFiles,
  recordedStep,
  type Step,
} from './case-files'
import { snapshotOf, swarmBefore } from './case-swarm'
import { deployCommandOf } from './deploy-command'
import { compareLive } from './live-comparison'
import type { Outcome } from './outcome'
import { compareCommand } from './recorded-command'
import { compareDeploy, type RecordedDeploy } from './recorded-deploy'

/** The environment in which the cases were recorded. */
const recordedHome = '/root'

/** Compares a case folder with its recorded answers, step by step. */
export async function runRecordedCase(directory: string): Promise<Outcome[]> {
  const recordedCase = readCase(directory)
  const { caseFile } = recordedCase
  if (caseFile.multi) return runFiles(recordedCase)
  return (caseFile.steps ?? [{}]).map((step, index) => {
    const name = index === 0 ? recordedCase.name : `${recordedCase.name} step ${index + 1}`
    const recorded = recordedStep(recordedCase, index)
    if (!recorded) return { name, result: 'not compared', reason: 'nothing was recorded' }
    return compareStep(recorded, step, { recordedCase, index, name })
  })
}

type Where = { recordedCase: RecordedCase; index: number; name: string }

function compareStep(recorded: Recorded, step: Step, { recordedCase, index, name }: Where): Outcome {
  const command = deployCommandOf(step, recordedCase.stack)
  if (!command) return compareCommand(recorded, { recordedCase, index, name, command: step.cmd ?? '' })
  const { composeFiles, stack, options } = command
  if (!options)
    return recorded.exitCode === 0
      ? { name, result: 'differs', differences: ['we do not take its options'] }
      : { name, result: 'both refuse', note: 'invalid_input' }
  const variables = variablesOf({ ...recordedCase.caseFile.env, ...step.env })
  return compareDeploy(recorded, { ...commonOf(recordedCase, index), name, stack, composeFiles, variables, options })
}

/** A case of many small files, each deployed on its own, or read by `docker stack config`. */
async function runFiles(recordedCase: RecordedCase): Promise<Outcome[]> {
  const { caseFile, directory, stack, apiVersion } = recordedCase
  const outcomes: Outcome[] = []
  for (const [file, recorded] of Object.entries(recordedFiles(recordedCase))) {
    const composeFiles = caseFile.multi === 'config-pairs' ? [file, file.replace('.a.yml', '.b.yml')] : [file]
    const name = `${recordedCase.name}/${file}`
    const isConfig = caseFile.multi !== 'deploy'
    const options = { resolveImage: 'always', prune: false, replicas: {} } as const
    const common = { ...commonOf(recordedCase, 0), name, stack, composeFiles, options, isConfig }
    const outcome = compareDeploy(recorded, { ...common, variables: variablesOf(caseFile.env) })
    // Only the exit code was recorded of these. What they send the CLI that is here has to say.
    const paths = composeFiles.map((part) => join(directory, part))
    const isGood = recorded.exitCode === 0 && outcome.result !== 'differs'
    outcomes.push(isGood ? await compareLive(name, paths, { apiVersion, environment: caseFile.env ?? {} }) : outcome)
  }
  return outcomes
}

type Common = Omit<RecordedDeploy, 'name' | 'stack' | 'composeFiles' | 'variables' | 'options'>

function commonOf(recordedCase: RecordedCase, index: number): Common {
  const { directory, files, apiVersion } = recordedCase
  return {
    directory,
    files,
    apiVersion,
    homeDir: recordedHome,
    snapshot: snapshotOf(swarmBefore(recordedCase, index)),
    registry: registryOf(recordedCase),
    isConfig: false,
  }
}

/** `digest=…,platforms=linux/amd64+linux/arm64`, as the proxy was told to answer; null where it did not. */
function registryOf({ caseFile }: RecordedCase): RecordedDeploy['registry'] {
  const answer = proxyOption(caseFile, '--dist')
  if (answer === null) return null
  const parts = new Map(
    answer.split(',').map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  )
  const platforms = (parts.get('platforms') ?? '').split('+').filter(Boolean)
  return {
    digest: parts.get('digest') ?? '',
    platforms: platforms.map((platform) => ({
      OS: platform.split('/')[0] ?? '',
      Architecture: platform.split('/')[1] ?? '',
    })),
  }
}

function variablesOf(env: Record<string, string> = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: recordedHome, ...env }
}
