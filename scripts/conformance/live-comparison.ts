import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { StackRequest } from '@/lib/compose/convert-stack'
import { filesBelow } from './case-files'
import { differencesOf } from './compare-bodies'
import { type CliEnvironment, type CliRun, deployWithCli } from './docker-cli'
import { deployWithConverter, type OurDeploy } from './our-deploy'
import type { Outcome } from './outcome'
import { type RecordedRequest, startRecordingEngine } from './recording-engine'
import { mostStubs, supplyStub } from './supply-stub'
import { differingWarnings } from './warnings'
import { differentPlace } from './where'

const stack = 'conformance'

/** Deep enough that paths like ../../x stay below the temporary directory. */
const depth = ['1', '2', '3', '4', '5', '6']

export type LiveComparison = { apiVersion: string; environment?: Readonly<Record<string, string>> }

/**
 * Deploys Compose files with the CLI and with our converter against a recording engine and compares what both send.
 * What the CLI misses, files and required variables, is put there for both: a file of the same name beside the Compose
 * file, else a stub.
 */
export async function compareLive(
  name: string,
  files: readonly string[],
  { apiVersion, environment: given = {} }: LiveComparison,
): Promise<Outcome> {
  const root = mkdtempSync(join(tmpdir(), 'skep-conformance-'))
  const directory = join(root, ...depth)
  const engine = await startRecordingEngine(join(root, 'engine.sock'), apiVersion)
  try {
    mkdirSync(directory, { recursive: true })
    const composeFiles = files.map((file) => basename(file))
    for (const file of files) copyFileSync(file, join(directory, basename(file)))
    const environment: CliEnvironment = { NODE_ENV: 'test', PATH: process.env.PATH ?? '', HOME: '/home/user', ...given }
    const sourceDirectory = dirname(files[0] ?? '.')
    let cli: CliRun = { exitCode: 1, stderr: '' }
    for (let round = 0; round < mostStubs; round += 1) {
      engine.takeRequests()
      cli = await deployWithCli(stack, composeFiles, { directory, environment, host: engine.host })
      if (cli.exitCode === 0 || !supplyStub(cli.stderr, { root, directory, sourceDirectory, environment })) break
    }
    const variables = { ...environment, DOCKER_HOST: engine.host }
    return compare(name, cli, engine.takeRequests(), { composeFiles, directory, root, variables, apiVersion })
  } finally {
    await engine.close()
    rmSync(root, { recursive: true, force: true })
  }
}

type OurRequest = {
  composeFiles: string[]
  directory: string
  root: string
  variables: CliEnvironment
  apiVersion: string
}

function compare(name: string, cli: CliRun, requests: RecordedRequest[], ours: OurRequest): Outcome {
  const { composeFiles, directory, root, variables, apiVersion } = ours
  const given = filesBelow(root)
    .filter((path) => !path.endsWith('.sock'))
    .map((path) => ({ name: path, bytes: new Uint8Array(readFileSync(path)) }))
  const request = {
    stack,
    files: given,
    composeFiles,
    variables,
    projectDir: directory,
    homeDir: '/home/user',
    apiVersion,
  }
  const own = deployWithReadableFiles(request)
  const complaint = cli.stderr.trim().split('\n').slice(-3).join(' | ').slice(0, 300)
  if ('refused' in own) {
    const [first] = own.refused.refused
    const said = `${first.code} ${JSON.stringify(first.params)} at ${first.file}:${first.line}`
    if (cli.exitCode === 0) return { name, result: 'differs', differences: [`the CLI deploys, we refuse: ${said}`] }
    const place = differentPlace(cli.stderr, own.refused.refused)
    if (place === null) return { name, result: 'both refuse', note: first.code }
    return { name, result: 'differs', differences: [`the CLI refuses at ${place}: ${complaint}`, `we refuse: ${said}`] }
  }
  if (cli.exitCode !== 0) return { name, result: 'differs', differences: [`the CLI refuses, we deploy: ${complaint}`] }
  const sent = requests.map(({ path, body }) => ({
    kind: path.split('/')[1]?.replace(/s$/, '') ?? '',
    name: nameOf(body),
    body,
  }))
  const differences = [...differencesOf(sent, own.sent), ...differingWarnings(cli.stderr, own.converted.findings)]
  return differences.length === 0 ? { name, result: 'same' } : { name, result: 'differs', differences }
}

/** The CLI reads any file of this machine; what it could read is given to our converter. */
function deployWithReadableFiles(request: StackRequest): OurDeploy {
  let { files } = request
  while (true) {
    const own = deployWithConverter({ ...request, files })
    const path = 'refused' in own ? own.refused.refused[0].params.path : undefined
    const isMissing = typeof path === 'string' && path.startsWith('/') && !files.some(({ name }) => name === path)
    if (!isMissing || !existsSync(path) || !statSync(path).isFile()) return own
    files = [...files, { name: path, bytes: new Uint8Array(readFileSync(path)) }]
  }
}

function nameOf(body: unknown): string {
  return typeof body === 'object' && body && 'Name' in body ? String(body.Name) : ''
}
