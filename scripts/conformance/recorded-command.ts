import type { Service } from '@/lib/swarm/engine-types'
import { stackDetail } from '@/lib/swarm/stack-detail'
import { snapshot as snapshotWith } from '@/lib/swarm/testing/snapshot'
import { type Recorded, type RecordedCase, recordedStep } from './case-files'
import { snapshotOf, swarmBefore } from './case-swarm'
import { wordsOf } from './deploy-command'
import type { Outcome } from './outcome'
import { rowsOf, tasksOf } from './recorded-tasks'
import { compareRemoval } from './stack-removal'
import { compareServices } from './stack-services'
import { compareTasks } from './stack-tasks'

type Where = { recordedCase: RecordedCase; index: number; name: string; command: string }

/** Compares a command other than deploy: what it printed with what Skep shows, or what it removed with what we would. */
export function compareCommand(recorded: Recorded, { recordedCase, index, name, command }: Where): Outcome {
  const words = wordsOf(command, recordedCase.stack)
  const { names, options } = readWords(words.slice(3))
  const [, , verb] = words
  const snapshot = snapshotOf(swarmBefore(recordedCase, index))
  if (verb === 'rm') {
    return compareRemoval(name, recorded, { stacks: names.length === 0 ? [''] : names, snapshot })
  }
  const filter = options.get('-f') ?? options.get('--filter')
  if (recorded.exitCode !== 0 && filter !== undefined)
    return { name, result: 'not compared', reason: `a filter by ${filter} is the CLI’s own` }
  const [stack = ''] = names
  const isNothing = /^nothing found in stack/im.test(recorded.stderr)
  const isOurs = stackDetail(snapshot, stack) !== null
  if (isNothing !== !isOurs)
    return {
      name,
      result: 'differs',
      differences: [`the CLI finds ${isNothing ? 'nothing' : 'a stack'}, we do not agree`],
    }
  if (isNothing)
    return { name, result: recorded.exitCode === 0 ? 'same' : 'both refuse', note: 'there is no such stack' }
  const format = options.get('--format')
  if (format === undefined)
    return { name, result: 'not compared', reason: 'the recording has no format that could be read' }
  const rows = rowsOf(recorded.stdout, format)
  const { tasks, nodes } = recordedTasks(recordedCase, [...snapshot.service.values()])
  const full = snapshotWith(...snapshot.service.values(), ...tasks, ...nodes)
  return verb === 'ps' ? compareTasks(name, rows, full) : compareServices(name, rows, full)
}

/** From the rows of `docker stack ps` of this case, the most detailed first. */
function recordedTasks(recordedCase: RecordedCase, services: readonly Service[]) {
  const steps = recordedCase.caseFile.steps ?? []
  const printed = steps.flatMap(({ cmd = '' }, index) => {
    const words = wordsOf(cmd, recordedCase.stack)
    const format = readWords(words.slice(3)).options.get('--format')
    const recorded = words[2] === 'ps' && format?.includes('.Node') ? recordedStep(recordedCase, index) : null
    return recorded && format !== undefined ? [rowsOf(recorded.stdout, format)] : []
  })
  const errors = new Map(fullErrors(recordedCase))
  const rows = (printed[0] ?? []).map((row) => ({ ...row, ...errorOf(errors, row) }))
  return tasksOf(rows, services)
}

/** `--no-trunc` tells errors in full. */
function fullErrors(recordedCase: RecordedCase): [string, string][] {
  return (recordedCase.caseFile.steps ?? []).flatMap(({ cmd = '' }, index) => {
    const words = wordsOf(cmd, recordedCase.stack)
    const format = readWords(words.slice(3)).options.get('--format')
    const recorded = words.includes('--no-trunc') ? recordedStep(recordedCase, index) : null
    if (!recorded || format === undefined) return []
    return rowsOf(recorded.stdout, format).map(({ Name = '', Error: error = '' }): [string, string] => [Name, error])
  })
}

function errorOf(errors: ReadonlyMap<string, string>, { Name = '' }: Record<string, string>): Record<string, string> {
  const error = errors.get(Name)
  return error === undefined ? {} : { Error: error }
}

function readWords(words: readonly string[]): { names: string[]; options: Map<string, string> } {
  const names: string[] = []
  const options = new Map<string, string>()
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (!word.startsWith('-')) names.push(word)
    else if (['-f', '--filter', '--format'].includes(word)) options.set(word, words[++index] ?? '')
    else options.set(word, '')
  }
  return { names, options }
}
