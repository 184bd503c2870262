import type { StackRequest } from '@/lib/compose/convert-stack'
import { severityByCode } from '@/lib/compose/finding-codes'
import { differencesOf, type SentBody } from './compare-bodies'
import { deployWithConverter } from './our-deploy'
import type { Outcome } from './outcome'
import { differentPlace } from './where'

export type Recorded = {
  exitCode: number
  stderr: string
  requests?: { method: string; path: string; body?: { Name?: string }; status?: number }[]
  networks?: Record<string, unknown>
}

export type RecordedStep = Omit<StackRequest, 'projectDir'> & {
  name: string
  directory: string
  /** Whether the registry gave digests to the images. */
  isPinned: boolean
  /** `docker stack config`: read, and not converted. */
  isConfig: boolean
}

/** Errors that come from the engine or from what is in the swarm, after the CLI has converted everything. */
const fromTheSwarm =
  /Error response from daemon|is declared as external|(?:secret|config) not found: |: service update paused/

/** Compares a step with what the CLI was recorded to do. */
export function compareRecorded(recorded: Recorded, step: RecordedStep): Outcome {
  const { name, directory } = step
  const own = deployWithConverter({ ...step, projectDir: directory })
  const complaint = recorded.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? ''
  const isSwarms = recorded.exitCode !== 0 && fromTheSwarm.test(recorded.stderr)
  if ('refused' in own) {
    const { refused, stage } = own.refused
    if (step.isConfig && stage !== 'load' && recorded.exitCode === 0)
      return { name, result: 'same', note: 'both read it' }
    const said = `${refused[0].code} ${JSON.stringify(refused[0].params)} at ${refused[0].file}:${refused[0].line}`
    if (recorded.exitCode === 0 || isSwarms)
      return { name, result: 'differs', differences: [`we refuse: ${said}`, `the CLI: ${complaint || 'deploys'}`] }
    const place = differentPlace(recorded.stderr.replaceAll('<DIR>', directory), refused)
    if (place === null) return { name, result: 'both refuse', note: refused[0].code }
    return { name, result: 'differs', differences: [`the CLI refuses at ${place}: ${complaint}`, `we refuse: ${said}`] }
  }
  if (recorded.exitCode !== 0 && !isSwarms)
    return { name, result: 'differs', differences: [`the CLI refuses, we deploy: ${complaint}`] }

  const predicted = own.converted.findings.find(({ code }) => severityByCode[code] === 'error')
  if (predicted && recorded.exitCode === 0)
    return { name, result: 'differs', differences: [`we expect the engine to refuse, it did not: ${predicted.code}`] }
  if (recorded.requests) return compareRequests(recorded, own.sent, { step, isSwarms, complaint })
  if (!isSwarms) return { name, result: 'same', note: 'both deploy' }
  if (predicted) return { name, result: 'both refuse', note: predicted.code }
  return { name, result: 'not yet', reason: `only the swarm can tell: ${complaint}` }
}

type Rest = { step: RecordedStep; isSwarms: boolean; complaint: string }

function compareRequests(recorded: Recorded, ours: readonly SentBody[], { step, isSwarms, complaint }: Rest): Outcome {
  const { name, directory } = step
  const sent = (recorded.requests ?? []).flatMap(({ method, path, body }): SentBody[] => {
    const kind = /^\/(network|secret|config|service)s\/.*(?:create|update\?)/.exec(path)?.[1]
    return method === 'POST' && kind && body ? [{ kind, name: body.Name ?? '', body }] : []
  })
  const known = new Set(sent.map((body) => `${body.kind} ${body.name}`))
  const own: SentBody[] = JSON.parse(JSON.stringify(ours).replaceAll(JSON.stringify(directory).slice(1, -1), '<DIR>'))
  // What the engine refused stops the CLI; and a network that is there already is left alone.
  const isLeftAlone = (body: SentBody) => body.kind === 'network' && recorded.networks && body.name in recorded.networks
  const comparable = own.filter((body) => known.has(`${body.kind} ${body.name}`) || !(isSwarms || isLeftAlone(body)))
  const differences = differencesOf(sent, comparable)
  if (differences.length === 0)
    return isSwarms ? { name, result: 'same', note: `up to: ${complaint}` } : { name, result: 'same' }
  if (step.isPinned && differences.every((line) => /Image: |Placement Platforms: /.test(line)))
    return { name, result: 'not yet', reason: 'the digest of the image comes from the registry' }
  if (differences.every((line) => / ForceUpdate: /.test(line)))
    return { name, result: 'not yet', reason: 'ForceUpdate is carried over from the running service' }
  return { name, result: 'differs', differences }
}
