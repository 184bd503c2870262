import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { convertStack } from '@/lib/compose/convert-stack'
import { type RebuiltStack, rebuildStack } from '@/lib/compose/rebuild/rebuild-stack'
import { planDeploy } from '@/lib/deploy/plan-deploy'
import { isSameJson } from '@/lib/swarm/same-json'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { deployWithCli } from '@/scripts/conformance/docker-cli'
import { liveDifferences } from './live-differences'
import type { Swarm } from './swarm'

export type Compared = { rebuilt: RebuiltStack; differences: string[] }

/** Rebuilds the file of a stack that is live, and looks for whatever it would change. */
export async function rebuildAndCompare(stack: string, swarm: Swarm): Promise<Compared> {
  const { engine, apiVersion } = swarm
  const snapshot = await swarm.look()
  const own = [...snapshot.config.values()].filter(({ Spec }) => stackOf(Spec.Labels) === stack)
  const contents = new Map<string, Uint8Array>()
  for (const { ID } of own) contents.set(ID, new Uint8Array((await engine.readConfig(ID)).data))
  const rebuilt = rebuildStack({ stack, snapshot, configContents: contents, apiVersion })
  const losses = rebuilt.losses.filter(({ code, path }) => path !== null || code === 'refused')
  return {
    rebuilt,
    differences: [
      ...losses.map(({ code, params, service }) => `lost: ${code} of ${service ?? stack} ${JSON.stringify(params)}`),
      ...planDifferences(stack, rebuilt, snapshot, contents, apiVersion),
      ...(await redeployDifferences(stack, rebuilt, snapshot, swarm)),
    ],
  }
}

/** Converts the file, compares it with what is live, and plans it. */
function planDifferences(
  stack: string,
  { files, composeFile }: RebuiltStack,
  snapshot: Snapshot,
  contents: ReadonlyMap<string, Uint8Array>,
  apiVersion: string,
): string[] {
  const place = { composeFiles: [composeFile], variables: {}, projectDir: '/rebuilt', homeDir: null }
  const converted = convertStack({ stack, files, ...place, apiVersion })
  if ('refused' in converted) return [`the rebuilt file is refused: ${JSON.stringify(converted.refused[0])}`]
  const options = { resolveImage: 'changed' as const, prune: true, replicas: {} }
  const { plan, problems } = planDeploy({ stack, converted, snapshot, options, images: new Map(), apiVersion })
  return [
    ...liveDifferences({ stack, converted, snapshot, contents, apiVersion }),
    ...plan.steps.map((step) => `the plan has a step: ${JSON.stringify(step)}`),
    ...problems.map((problem) => `the plan has a problem: ${JSON.stringify(problem)}`),
  ]
}

/** The docker CLI deploys the rebuilt file over the stack; then every object must be as it was. */
async function redeployDifferences(
  stack: string,
  { files, composeFile }: RebuiltStack,
  before: Snapshot,
  { host, look }: Swarm,
): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'skep-rebuilt-'))
  try {
    for (const file of files) {
      mkdirSync(dirname(join(directory, file.name)), { recursive: true })
      writeFileSync(join(directory, file.name), 'bytes' in file ? file.bytes : file.text)
    }
    const environment = { NODE_ENV: 'test' as const, PATH: process.env.PATH ?? '', HOME: '/home/user' }
    const flags = ['--resolve-image', 'changed', '--prune']
    const { exitCode, stderr } = await deployWithCli(stack, [composeFile], { directory, environment, host, flags })
    if (exitCode !== 0) return [`the CLI refuses the rebuilt file: ${stderr.trim()}`]
    return objectDifferences(before, await look())
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function objectDifferences(before: Snapshot, after: Snapshot): string[] {
  return (['service', 'network', 'config', 'secret'] as const).flatMap((kind) => {
    const ids = new Set([...before[kind].keys(), ...after[kind].keys()])
    return [...ids].flatMap((id) => {
      const [was, is] = [before[kind].get(id), after[kind].get(id)].map((object) =>
        object && 'Spec' in object ? object.Spec : object,
      )
      return isSameJson(was, is) ? [] : [`the CLI changed a ${kind}: ${JSON.stringify(was)} to ${JSON.stringify(is)}`]
    })
  })
}
