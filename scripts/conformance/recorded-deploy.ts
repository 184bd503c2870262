import type { ConvertedStack, StackRequest } from '@/lib/compose/convert-stack'
import type { DeployOptions } from '@/lib/contract/deploy'
import { type DeployPlan, planDeploy } from '@/lib/deploy/plan-deploy'
import type { Images } from '@/lib/deploy/resolve-image'
import { imagesToResolve } from '@/lib/deploy/resolved'
import { targetBodies } from '@/lib/deploy/target'
import type { Snapshot } from '@/lib/swarm/snapshot'
import type { Recorded } from './case-files'
import { forewarning, isFromTheSwarm } from './cli-refusal'
import { differencesOf, type SentBody } from './compare-bodies'
import { deployWithConverter, sentBodies } from './our-deploy'
import type { Outcome } from './outcome'
import { differingWarnings } from './warnings'
import { differentPlace } from './where'

export type RecordedDeploy = Omit<StackRequest, 'projectDir'> & {
  name: string
  directory: string
  options: DeployOptions
  /** The swarm before it. */
  snapshot: Snapshot
  /** What each registry answered. */
  registry: { digest: string; platforms: { Architecture: string; OS: string }[] } | null
  /** `docker stack config`: read, and not converted. */
  isConfig: boolean
}

/** Compares a deploy with what the CLI was recorded to do. */
export function compareDeploy(recorded: Recorded, deploy: RecordedDeploy): Outcome {
  const { name, directory } = deploy
  const own = deployWithConverter({ ...deploy, projectDir: directory })
  const isSwarms = recorded.exitCode !== 0 && isFromTheSwarm(recorded.stderr)
  if ('refused' in own) return compareRefusal(recorded, own.refused, deploy)
  const complaint = complaintOf(recorded)
  if (recorded.exitCode !== 0 && !isSwarms)
    return { name, result: 'differs', differences: [`the CLI refuses, we deploy: ${complaint}`] }

  const plan = planned(own.converted, deploy)
  const differences = [
    ...(recorded.requests ? differingBodies(recorded, own.converted, plan, { deploy, isSwarms }) : []),
    ...differingRemovals(recorded, plan, deploy.options),
    ...differingWarnings(recorded.stderr, own.converted.findings),
  ]
  if (differences.length > 0) return { name, result: 'differs', differences }
  if (isSwarms) return compareForewarning(recorded, own.converted, plan, deploy)
  const predicted = own.converted.findings.find(({ severity }) => severity === 'error')
  if (predicted)
    return { name, result: 'differs', differences: [`we expect the engine to refuse, it did not: ${predicted.code}`] }
  return { name, result: 'same' }
}

function compareRefusal(
  recorded: Recorded,
  { refused, stage }: Extract<ReturnType<typeof deployWithConverter>, { refused: unknown }>['refused'],
  { name, directory, isConfig }: RecordedDeploy,
): Outcome {
  if (isConfig && stage !== 'load' && recorded.exitCode === 0) return { name, result: 'same', note: 'both read it' }
  const [{ code, params, file, line }] = refused
  const said = `${code} ${JSON.stringify(params)} at ${file}:${line}`
  const complaint = complaintOf(recorded)
  if (recorded.exitCode === 0 || isFromTheSwarm(recorded.stderr))
    return { name, result: 'differs', differences: [`we refuse: ${said}`, `the CLI: ${complaint || 'deploys'}`] }
  const place = differentPlace(recorded.stderr.replaceAll('<DIR>', directory), refused)
  if (place === null) return { name, result: 'both refuse', note: code }
  return { name, result: 'differs', differences: [`the CLI refuses at ${place}: ${complaint}`, `we refuse: ${said}`] }
}

/** The engine refused something of it; so that nobody finds out only then, we have to say it beforehand. */
function compareForewarning(
  recorded: Recorded,
  { findings }: ConvertedStack,
  plan: DeployPlan,
  { name, stack }: RecordedDeploy,
): Outcome {
  const warned = forewarning(recorded.stderr, stack, { findings, plan })
  if (warned?.isRefusal) return { name, result: 'both refuse', note: warned.code }
  if (warned) return { name, result: 'same', note: `the engine refuses, of which we warn: ${warned.code}` }
  const started = plan.plan.steps.length
  if (recorded.requests) return { name, result: 'same', note: `${started} steps, and then: ${complaintOf(recorded)}` }
  return { name, result: 'differs', differences: [`we do not see it coming: ${complaintOf(recorded)}`] }
}

function planned(converted: ConvertedStack, deploy: RecordedDeploy): DeployPlan {
  const { stack, snapshot, options, registry, apiVersion } = deploy
  const asked = imagesToResolve({ stack, converted, snapshot, options })
  const images: Images = new Map(asked.map((image) => [image, registry]))
  return planDeploy({ stack, converted, snapshot, options: asTheFileSays(converted, options), images, apiVersion })
}

/** The CLI knows nothing of what was scaled by hand. */
function asTheFileSays({ loaded }: ConvertedStack, options: DeployOptions): DeployOptions {
  const keys = [...loaded.model.services.keys()]
  return { ...options, replicas: Object.fromEntries(keys.map((key) => [key, 'file'])) }
}

type Rest = { deploy: RecordedDeploy; isSwarms: boolean }

function differingBodies(
  recorded: Recorded,
  converted: ConvertedStack,
  { resolved }: DeployPlan,
  { deploy, isSwarms }: Rest,
): string[] {
  const { directory, snapshot } = deploy
  const sent = (recorded.requests ?? []).flatMap(({ method, path, body }): SentBody[] => {
    const kind = /^\/(network|secret|config|service)s\/.*(?:create|update\?)/.exec(path)?.[1]
    return method === 'POST' && kind && body ? [{ kind, name: body.Name ?? '', body }] : []
  })
  const known = new Set(sent.map((body) => `${body.kind} ${body.name}`))
  const ours = sentBodies(targetBodies(converted, resolved))
  const own: SentBody[] = JSON.parse(JSON.stringify(ours).replaceAll(JSON.stringify(directory).slice(1, -1), '<DIR>'))
  const live = new Set([...snapshot.network.values()].map((network) => network.Name))
  // What the engine refused stops the CLI; and a network that is there already is left alone.
  const isLeftAlone = (body: SentBody) => body.kind === 'network' && live.has(body.name)
  const comparable = own.filter((body) => known.has(`${body.kind} ${body.name}`) || !(isSwarms || isLeftAlone(body)))
  const differences = differencesOf(sent, comparable)
  // On purpose: the CLI forgets the platforms of an image that it keeps, and a task may go where it cannot run.
  return differences.filter((line) => !/^service \S+ TaskTemplate Placement Platforms: the CLI has nothing/.test(line))
}

/** With `--prune`, what is no longer in the file. */
function differingRemovals({ stdout }: Recorded, { plan }: DeployPlan, { prune }: DeployOptions): string[] {
  if (!prune) return []
  const expected = [...stdout.matchAll(/^Removing service (.+)$/gm)].map(([, name = '']) => name).toSorted()
  const own = plan.steps.flatMap((step) => (step.action === 'remove-service' ? [step.serviceName] : [])).toSorted()
  return String(expected) === String(own) ? [] : [`the CLI removes ${String(expected)}, we remove ${String(own)}`]
}

function complaintOf({ stderr }: Recorded): string {
  return stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? ''
}
