import { type ChildProcess, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { deployStack, docker } from '@/e2e/support/docker'
import { live } from '@/lib/live/live'
import { secretRotation } from '@/lib/operations/requests/rotation'
import { runOperation } from '@/lib/operations/run'
import { generateSecret } from '@/lib/rotation/value/generate-secret'
import { findSecret } from '@/lib/swarm/find'
import { insideTaskNetwork } from '@/scripts/sandbox/sandbox.mjs'
import { ended, measurer, withSkepInProcess } from './in-process'
import { sandboxName } from './stage'

const rotations = 20

/** Two replicas, start-first and a health check: what a plan asks for where a rotation is not to be noticed. */
const file = `
services:
  web:
    image: skep/stand-in:1
    secrets: [key]
    networks: [inside]
    healthcheck: {test: [CMD, /bin/health], interval: 1s, timeout: 5s, retries: 3}
    deploy:
      replicas: 2
      endpoint_mode: dnsrr
      update_config: {order: start-first, monitor: 1s}
  client:
    image: skep/stand-in:1
    command: [sleep, "2147483647"]
    networks: [inside]
networks:
  inside:
secrets:
  key: {external: true, name: measured_key}
`

type Count = { requests: number; failed: number; failures: string[]; tasks: number }

/** A secret is rotated again and again while a client inside the network asks for pages without a pause. */
export function measureZeroDowntime(): Promise<void> {
  return withSkepInProcess(async () => {
    await docker(['secret', 'create', 'measured_key', '-'], 'first')
    await deployStack('measured', file)
    const load = await startLoad()
    const begin = performance.now()
    try {
      for (let round = 0; round < rotations; round++) await rotate()
    } finally {
      load.child.kill('SIGTERM')
    }
    const seconds = (performance.now() - begin) / 1000
    const { requests, failed, failures, tasks }: Count = JSON.parse(await load.output)
    console.log(`${rotations} rotations in ${seconds.toFixed(0)} s, answered by ${tasks} tasks, ${requests} requests`)
    for (const failure of failures) console.log(failure)
    console.log(`${failed} failed requests`)
    // Each rotation replaces both tasks: fewer would mean that nothing was tried.
    if (failed > 0 || tasks < 2 + 2 * rotations) process.exitCode = 1
  })
}

async function rotate(): Promise<void> {
  const current = live()
    .view('secrets')
    .rows.findLast(({ usedBy }) => usedBy.some(({ by }) => by === 'spec'))
  const secret = findSecret(live().snapshot(), current?.name ?? 'measured_key')
  if (!secret) throw new Error('there is no secret')
  const rollout = { atOnce: 1, onFailure: 'undo', watchMs: null, keepVersions: 3, holdAfterCanary: false } as const
  const plan = secretRotation(secret, { rollout: { ...rollout, holdBefore: false } })
  const value = Buffer.from(generateSecret({ kind: 'hex', bytes: 24 }))
  const secretValues = new Map([[String(plan.title.params.successor), value]])
  const { id } = await runOperation(plan, measurer, { secretValues })
  const { state, problem } = await ended(id)
  if (state !== 'converged') throw new Error(`a rotation ended as ${state}: ${JSON.stringify(problem)}`)
}

/** In the network of the client's task, by the machine's own Node. */
async function startLoad(): Promise<{ child: ChildProcess; output: Promise<string> }> {
  const network = await insideTaskNetwork({ sandbox: sandboxName, service: 'measured_client' })
  const script = fileURLToPath(new URL('./zero-downtime/load.mjs', import.meta.url))
  const child = spawn('nsenter', [...network, process.execPath, script, 'web'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, output: text(child.stdout) }
}
