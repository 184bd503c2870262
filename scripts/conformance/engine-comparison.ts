import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ConvertedStack, convertStack, type RefusedStack } from '@/lib/compose/convert-stack'
import { planDeploy } from '@/lib/deploy/plan-deploy'
import type { Snapshot } from '@/lib/swarm/snapshot'
import type { Deployment, Step } from '@/scripts/roundtrip/deployments'
import { runShell } from '@/scripts/roundtrip/run-shell'
import { type External, makeExternal, supplyExternal } from '@/scripts/roundtrip/supply-external'
import type { Swarm } from '@/scripts/roundtrip/swarm'
import { filesBelow } from './case-files'
import { differencesOf } from './compare-bodies'
import { createStack } from './create-stack'
import { type CliEnvironment, deployWithCli } from './docker-cli'
import type { Outcome } from './outcome'
import { storedObjects } from './stored-objects'
import { mostStubs, supplyStub } from './supply-stub'

/** Deep enough that paths like ../../x stay below the temporary directory. */
const depth = ['1', '2', '3', '4', '5', '6']

/** The newest that the CLI speaks. */
const newestOfCli = 50

/**
 * Deploys with the CLI and then, to the emptied swarm, with our bodies, and compares what the engine has stored. What
 * the engine refuses of the one it has to refuse of the other.
 */
export async function compareOnEngine(deployment: Deployment, step: Step, swarm: Swarm): Promise<Outcome> {
  const { name, composeFiles } = step
  const { stack } = deployment
  const root = mkdtempSync(join(tmpdir(), 'skep-conformance-'))
  const ground: Ground = { root, directory: join(root, ...depth), sourceDirectory: deployment.directory }
  try {
    for (const file of composeFiles) copyInto(ground, file)
    await prepare(deployment, [], swarm)
    const { refusal, externals, environment } = await deployWithStubs(stack, step, ground, swarm)
    const apiVersion = `1.${Math.min(Number(swarm.apiVersion.split('.')[1] ?? 0), newestOfCli)}`
    const converted = convertStack({
      stack,
      composeFiles,
      files: filesBelow(root).map((path) => ({ name: path, bytes: new Uint8Array(readFileSync(path)) })),
      variables: { ...environment, DOCKER_HOST: swarm.host },
      projectDir: ground.directory,
      homeDir: environment.HOME ?? null,
      apiVersion,
    })
    if ('refused' in converted) return compareOwnRefusal(name, refusal, converted)
    const asked = new Set(converted.networks.flatMap(({ Name, IPAM }) => (IPAM?.Config ? [Name] : [])))
    const expected = await storedObjects(swarm, stack, asked)
    await prepare(deployment, externals, swarm)
    const problems = problemsOf(stack, converted, await swarm.look(), apiVersion)
    if (refusal !== null && problems[0]) return { name, result: 'both refuse', note: problems[0].code }
    const ownRefusal = await createStack(converted, apiVersion, swarm)
    if (refusal !== null || ownRefusal !== null) return compareRefusals(name, refusal, ownRefusal, converted)
    const predicted = converted.findings.find(({ severity }) => severity === 'error')
    const differences = differencesOf(expected, await storedObjects(swarm, stack, asked))
    if (predicted) differences.push(`we expect the engine to refuse, it did not: ${predicted.code}`)
    return differences.length === 0 ? { name, result: 'same' } : { name, result: 'differs', differences }
  } finally {
    await swarm.clear()
    rmSync(root, { recursive: true, force: true })
  }
}

type Ground = { root: string; directory: string; sourceDirectory: string }

function copyInto({ directory, sourceDirectory }: Ground, file: string): void {
  const source = join(sourceDirectory, file)
  const target = join(directory, file)
  mkdirSync(dirname(target), { recursive: true })
  if (existsSync(source)) copyFileSync(source, target)
}

/** The swarm with nothing in it but what the stack finds there. */
async function prepare({ directory, setup }: Deployment, externals: readonly External[], swarm: Swarm): Promise<void> {
  await swarm.clear()
  for (const command of setup) await runShell(command, directory, swarm.host)
  for (const external of externals) await makeExternal(external, swarm.ask)
}

async function deployWithStubs(stack: string, step: Step, ground: Ground, { host, ask }: Swarm) {
  const path = process.env.PATH ?? ''
  const environment: CliEnvironment = { NODE_ENV: 'test', PATH: path, HOME: '/home/user', ...step.environment }
  const externals: External[] = []
  // No registry is asked: what it says may differ between two runs.
  const place = { directory: ground.directory, environment, host, flags: ['--resolve-image', 'never'] }
  for (let round = 0; ; round += 1) {
    const { exitCode, stderr } = await deployWithCli(stack, step.composeFiles, place)
    if (exitCode === 0) return { refusal: null, externals, environment }
    const isStub = round < mostStubs && supplyStub(stderr, { ...ground, environment })
    const external = isStub || round >= mostStubs ? null : await supplyExternal(stderr, ask)
    if (external) externals.push(external)
    if (!isStub && !external) return { refusal: stderr.trim(), externals, environment }
  }
}

/** What stands in the way before anything is sent, as the plan tells. */
function problemsOf(stack: string, converted: ConvertedStack, snapshot: Snapshot, apiVersion: string) {
  const options = { resolveImage: 'never', prune: false, replicas: {} } as const
  const { problems } = planDeploy({ stack, converted, snapshot, options, images: new Map(), apiVersion })
  return problems.filter(({ code }) => code !== 'file_refused')
}

/** The engine may have refused a network before the CLI came to what we refuse. */
function compareOwnRefusal(name: string, cli: string | null, { refused, stage }: RefusedStack): Outcome {
  const { code } = refused[0]
  if (cli === null) return { name, result: 'differs', differences: [`the CLI deploys, we refuse: ${code}`] }
  return cli.includes('Error response from daemon') && stage !== 'convert'
    ? { name, result: 'differs', differences: [`the engine refuses: ${cli}`, `we refuse: ${code}`] }
    : { name, result: 'both refuse', note: code }
}

function compareRefusals(name: string, cli: string | null, own: string | null, { findings }: ConvertedStack): Outcome {
  if (cli === null) return { name, result: 'differs', differences: [`the CLI deploys, ours is refused: ${own}`] }
  if (own === null) return { name, result: 'differs', differences: [`the CLI is refused, ours is not: ${cli}`] }
  const faults = findings.filter(({ severity }) => severity === 'error').length
  const isWarnedOf = faults > 0 || findings.some(({ code }) => code === 'plugin_needed')
  if (!isWarnedOf) return { name, result: 'differs', differences: [`we do not see it coming: ${own}`] }
  // With several faults the CLI meets any of them first.
  return cli.includes(own.trim()) || faults > 1
    ? { name, result: 'both refuse', note: own.slice(0, 120) }
    : { name, result: 'differs', differences: [`the CLI is refused: ${cli}`, `ours is refused: ${own}`] }
}
