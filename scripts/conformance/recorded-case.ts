import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { splitShellWords } from '@/lib/compose/formats/shell-words'
import { compareLive, filesBelow } from './live-comparison'
import type { Outcome } from './outcome'
import { compareRecorded, type Recorded } from './recorded-step'

type Step = { files?: string[]; cmd?: string; env?: Record<string, string> }

type CaseFile = {
  stack?: string
  env?: Record<string, string>
  proxy?: string[]
  steps?: Step[]
  multi?: 'config' | 'deploy' | 'config-pairs'
}

/** The environment in which the cases were recorded. */
const recordedHome = '/root'

export function isRecordedCase(directory: string): boolean {
  return existsSync(join(directory, 'expected.json'))
}

/** Compares a case folder with its recorded answers, step by step. */
export async function runRecordedCase(directory: string): Promise<Outcome[]> {
  const path = resolve(directory)
  const name = basename(path)
  const caseFile: CaseFile = existsSync(join(path, 'case.json')) ? JSON.parse(readText(join(path, 'case.json'))) : {}
  const stack = caseFile.stack ?? `spec${name.split('-')[0]}`
  const common = {
    directory: path,
    stack,
    apiVersion: caseFile.proxy?.includes('--api')
      ? (caseFile.proxy[caseFile.proxy.indexOf('--api') + 1] ?? '1.41')
      : '1.41',
    isPinned: caseFile.proxy?.includes('--dist') ?? false,
    files: filesBelow(path).map((file) => ({ name: relative(path, file), bytes: new Uint8Array(readFileSync(file)) })),
    homeDir: recordedHome,
  }
  if (caseFile.multi) {
    const recorded: Record<string, Recorded> = JSON.parse(readText(join(path, 'expected.json')))
    const outcomes: Outcome[] = []
    for (const [file, expected] of Object.entries(recorded)) {
      const composeFiles = caseFile.multi === 'config-pairs' ? [file, file.replace('.a.yml', '.b.yml')] : [file]
      const step = { ...common, composeFiles, variables: variablesOf(caseFile.env), name: `${name}/${file}` }
      const isConfig = caseFile.multi !== 'deploy'
      // `stack config` prints what it has read, and no request; the CLI that is here has to say what it would send.
      const outcome =
        isConfig && expected.exitCode === 0
          ? await compareLive(
              step.name,
              composeFiles.map((part) => join(path, part)),
              common,
            )
          : compareRecorded(expected, { ...step, isConfig })
      outcomes.push(outcome)
    }
    return outcomes
  }
  return (caseFile.steps ?? [{}]).map((step, index) => {
    const suffix = index === 0 ? '' : String(index + 1)
    const stepName = index === 0 ? name : `${name} step ${suffix}`
    const recorded: Recorded = JSON.parse(readText(join(path, `expected${suffix}.json`)))
    const command =
      step.cmd === undefined ? { composeFiles: step.files ?? ['compose.yml'], stack } : parseCommand(step.cmd, stack)
    if ('reason' in command) return { name: stepName, result: 'not yet', reason: command.reason }
    const variables = variablesOf({ ...caseFile.env, ...step.env })
    return compareRecorded(recorded, { ...common, ...command, variables, name: stepName, isConfig: false })
  })
}

function variablesOf(env: Record<string, string> = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: recordedHome, ...env }
}

type Command = { composeFiles: string[]; stack: string } | { reason: string }

/** What a recorded command deploys. */
export function parseCommand(text: string, stack: string): Command {
  const split = splitShellWords(text.replaceAll('STACK', stack))
  const words = 'words' in split ? split.words : []
  if (words.slice(0, 3).join(' ') !== 'docker stack deploy')
    return { reason: `${words.slice(0, 3).join(' ')} converts nothing` }
  const composeFiles: string[] = []
  const names: string[] = []
  let input = ''
  for (let index = 3; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (word === '-c') composeFiles.push(...(words[++index] ?? '').split(','))
    else if (word === '<') input = words[++index] ?? ''
    else if (word.startsWith('-')) return { reason: `the command line's ${word} is not part of the conversion` }
    else names.push(word)
  }
  const [name] = names
  if (name === undefined) return { reason: 'the command line without a stack is not part of the conversion' }
  return { composeFiles: composeFiles.map((file) => (file === '-' ? input : file)), stack: name }
}

function readText(path: string): string {
  return readFileSync(path, 'utf8')
}

/** The case folders of a directory. */
export function casesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(directory, entry.name))
    .filter(isRecordedCase)
    .toSorted()
}
