import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { deployStack, docker } from '@/e2e/support/docker'
import { live } from '@/lib/live/live'
import { planRotations, startRotations } from '@/lib/operations/requests/one-click'
import { setPolicy } from '@/lib/operations/requests/policies'
import { defaultPolicy } from '@/lib/rotation/policy'
import { generateSecret } from '@/lib/rotation/value/generate-secret'
import { findSecret } from '@/lib/swarm/find'
import { ended, measurer, withSkepInProcess } from './in-process'

const script = fileURLToPath(new URL('./rotation-cost/rotate.sh', import.meta.url))
const rounds = 3
const family = 'measured_password'

/** Their update settings are the engine's own, the monitor of five seconds included. */
const stacks: Record<string, string[]> = { shop: ['api', 'web', 'worker'], crm: ['api', 'jobs'] }

function fileOf(services: string[]): string {
  const lines = services.map((name) => `  ${name}: {image: "skep/stand-in:1", secrets: [password]}`)
  return `services:\n${lines.join('\n')}\nsecrets:\n  password: {external: true, name: ${family}}\n`
}

type Times = Record<'script' | 'oneByOne' | 'fourAtOnce', number[]>

/**
 * One secret that five services of two stacks use, rotated in turns by a script with the docker CLI and by the two
 * requests of Skep's one click. Both go over the services one after the other and end when all of it is verified.
 */
export function measureRotationCost(): Promise<void> {
  return withSkepInProcess(async ({ dockerHost }) => {
    await docker(['secret', 'create', family, '-'], 'first')
    for (const [stack, services] of Object.entries(stacks)) await deployStack(stack, fileOf(services))
    const times: Times = { script: [], oneByOne: [], fourAtOnce: [] }
    for (let round = 0; round < rounds; round++) {
      times.script.push(await timed(() => byScript(dockerHost)))
      times.oneByOne.push(await timed(() => bySkep(1)))
      times.fourAtOnce.push(await timed(() => bySkep(4)))
    }
    report(times)
  })
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}

async function byScript(dockerHost: string): Promise<void> {
  const [old, successor] = names()
  await promisify(execFile)(script, [old, successor], { env: { ...process.env, DOCKER_HOST: dockerHost } })
  await requireAllOn(successor)
}

async function bySkep(atOnce: number): Promise<void> {
  const [old] = names()
  const object = findSecret(live().snapshot(), old)
  if (!object) throw new Error(`${old} is not there`)
  const rollout = { ...defaultPolicy.rollout, atOnce, onFailure: 'undo' as const, keepVersions: null }
  const recipe = { kind: 'hex' as const, bytes: 24 }
  await setPolicy({ kind: 'secret', object }, { ...defaultPolicy, recipe, rollout }, measurer)
  const [planned] = await planRotations([old])
  if (!planned?.plan) throw new Error('nothing is planned')
  const successor = String(planned.plan.title.params.successor)
  const valueBase64 = Buffer.from(generateSecret(recipe))
  const item = { name: old, successor, planDigest: planned.digest, valueBase64 }
  const [started] = await startRotations([item], measurer)
  const { state } = await ended(started?.operationId ?? '')
  if (state !== 'converged') throw new Error(`the rotation ended as ${state}`)
  await requireAllOn(successor)
}

/** The version in use, and the one to come. */
function names(): [string, string] {
  const name = nameInUse()
  if (!name) throw new Error('the five services are on a mix')
  const number = Number(/_v(\d+)$/.exec(name)?.[1] ?? 1)
  return [name, `${family}_v${number + 1}`]
}

function nameInUse(): string | undefined {
  const rows = live().view('secrets').rows
  return rows.find(({ usedBy }) => usedBy.filter(({ by }) => by === 'spec').length === 5)?.name
}

/** What the watcher sees a moment later than the script has it. */
async function requireAllOn(name: string): Promise<void> {
  const services = Object.entries(stacks).flatMap(([stack, all]) => all.map((service) => `${stack}_${service}`))
  const format = '{{(index .Spec.TaskTemplate.ContainerSpec.Secrets 0).SecretName}}'
  const found = (await docker(['service', 'inspect', '--format', format, ...services])).split('\n')
  if (found.some((each) => each !== name)) throw new Error(`they are on ${found.join()}, not on ${name}`)
  while (nameInUse() !== name) await new Promise((resolve) => setTimeout(resolve, 50))
}

function report({ script: byHand, oneByOne, fourAtOnce }: Times): void {
  const list = (times: number[]) => `${median(times).toFixed(1)} s (${times.map((time) => time.toFixed(1)).join(', ')})`
  console.log(`the script, one service after the other: ${list(byHand)}`)
  console.log(`Skep, one service after the other: ${list(oneByOne)}`)
  console.log(`Skep, the first alone and then four at once: ${list(fourAtOnce)}`)
  const ratio = median(oneByOne) / median(byHand)
  console.log(`${(ratio * 100).toFixed(0)} % of the script's time${ratio <= 1 ? '' : ': slower'}`)
  if (ratio > 1) process.exitCode = 1
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
