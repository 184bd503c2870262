import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DeployPlanRequest } from '@/lib/contract/deploy'
import { deploy, planDeployment } from '@/lib/operations/requests/deploy'
import { ended, measurer, withSkepInProcess } from './in-process'
import { median } from './median'

const docker = promisify(execFile)

const count = 20
const rounds = 7

/** A server that has just begun is slow for its first requests, the engine for its first objects. */
const warmUp = 4

/** The same file by `docker stack deploy` and by Skep, in turns, until the engine has taken all services. */
export function measureDeploy(): Promise<void> {
  return withSkepInProcess(async ({ folder }) => {
    writeFiles(folder)
    const times = { cli: [] as number[], skep: [] as number[] }
    for (let round = 0; round < warmUp + rounds; round++) {
      const [cli, skep] = [await byCli(folder, `cli${round}`), await bySkep(`skep${round}`)]
      if (round < warmUp) continue
      times.cli.push(cli)
      times.skep.push(skep)
    }
    report(times)
  })
}

/** Services that no node runs, since what is measured is the engine's taking them. */
function composeFile(): string {
  const each = (line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n')
  return [
    'services:',
    each((n) => `  s${n}: {image: "skep/stand-in:1", configs: [c${n}], secrets: [k${n}], deploy: {replicas: 0}}`),
    'configs:',
    each((n) => `  c${n}: {file: c${n}.conf}`),
    'secrets:',
    each((n) => `  k${n}: {file: k${n}.txt}`),
  ].join('\n')
}

const contents = (): [string, string][] => [
  ['compose.yaml', composeFile()],
  ...Array.from({ length: count }, (_, n): [string, string] => [`c${n}.conf`, `config ${n}`]),
  ...Array.from({ length: count }, (_, n): [string, string] => [`k${n}.txt`, `secret ${n}`]),
]

function writeFiles(folder: string): void {
  for (const [name, content] of contents()) writeFileSync(join(folder, name), content)
}

async function byCli(folder: string, stack: string): Promise<number> {
  const begin = performance.now()
  const file = join(folder, 'compose.yaml')
  await docker('docker', ['stack', 'deploy', '--detach=true', '-c', file, stack])
  const took = performance.now() - begin
  await remove(stack)
  return took
}

/** From the request that applies the plan, which makes it again, until the last service is there. */
async function bySkep(stack: string): Promise<number> {
  const request: DeployPlanRequest = {
    files: contents().map(([name, content]) => {
      return { name, sizeBytes: content.length, dataBase64: Buffer.from(content).toString('base64') }
    }),
    composeFiles: ['compose.yaml'],
    variables: {},
    sensitiveVariables: [],
    options: { resolveImage: 'always', prune: false, replicas: {} },
  }
  const { digest: planDigest } = await planDeployment(stack, request)
  const allThere = servicesCreated(stack)
  const begin = performance.now()
  const { id } = await deploy(stack, { ...request, planDigest, reason: '' }, measurer)
  const recorded = performance.now() - begin
  const accepted = (await allThere) - begin
  await ended(id)
  console.log(
    `${stack}: recorded ${recorded.toFixed(0)} ms, accepted ${accepted.toFixed(0)} ms, converged ${(performance.now() - begin).toFixed(0)} ms`,
  )
  await remove(stack)
  return accepted
}

/** When the engine said that the last of the stack's services is there. To ask it again and again would cost it time. */
function servicesCreated(stack: string): Promise<number> {
  const filters = encodeURIComponent(JSON.stringify({ type: ['service'], event: ['create'] }))
  return new Promise((resolve, reject) => {
    let told = ''
    const request = get({ socketPath: socket(), path: `/events?filters=${filters}` }, (answer) => {
      answer.on('error', reject)
      answer.on('data', (chunk) => {
        told += String(chunk)
        if (told.split(`"name":"${stack}_`).length <= count) return
        resolve(performance.now())
        request.destroy()
      })
    })
    request.on('error', reject)
  })
}

async function remove(stack: string): Promise<void> {
  await docker('docker', ['stack', 'rm', stack])
}

function socket(): string {
  return (process.env.DOCKER_HOST ?? '').replace('unix://', '')
}

function report({ cli, skep }: { cli: number[]; skep: number[] }): void {
  const ratio = median(skep) / median(cli)
  const list = (times: number[]) => times.map((time) => time.toFixed(0)).join(', ')
  console.log(`docker stack deploy: ${list(cli)} ms; Skep: ${list(skep)} ms`)
  console.log(`${(ratio * 100).toFixed(0)} % of the CLI's time${ratio <= 0.5 ? '' : ': more than half'}`)
  if (ratio > 0.5) process.exitCode = 1
}
