import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import type { StackFile } from '@/lib/compose/load/stack-files'

/** One command that was run and recorded. Without `cmd` it is `docker stack deploy` of the files. */
export type Step = {
  files?: string[]
  cmd?: string
  args?: string[]
  env?: Record<string, string>
  /** Shell commands before it. */
  pre?: string[]
}

/** `case.json`, which a case may do without. */
export type CaseFile = {
  stack?: string
  env?: Record<string, string>
  proxy?: string[]
  setup?: string[]
  steps?: Step[]
  multi?: 'config' | 'deploy' | 'config-pairs'
}

/** What the CLI did. `networks` and the others are what the swarm had afterwards. */
export type Recorded = {
  exitCode: number
  stdout: string
  stderr: string
  requests?: { method: string; path: string; body?: { Name?: string }; status?: number }[]
  networks?: Record<string, object>
  secrets?: Record<string, object>
  configs?: Record<string, object>
  services?: Record<string, object>
  servicesRaw?: Record<string, object>
}

export type RecordedCase = {
  name: string
  directory: string
  stack: string
  caseFile: CaseFile
  files: StackFile[]
  apiVersion: string
}

export function isRecordedCase(directory: string): boolean {
  return existsSync(join(directory, 'expected.json'))
}

/** The case folders of a directory. */
export function casesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(directory, entry.name))
    .filter(isRecordedCase)
    .toSorted()
}

export function readCase(path: string): RecordedCase {
  const directory = resolve(path)
  const name = basename(directory)
  const file = join(directory, 'case.json')
  const caseFile: CaseFile = existsSync(file) ? readJson(file) : {}
  return {
    name,
    directory,
    caseFile,
    stack: caseFile.stack ?? `spec${name.split('-')[0]}`,
    files: filesBelow(directory).map((found) => ({
      name: relative(directory, found),
      bytes: new Uint8Array(readFileSync(found)),
    })),
    apiVersion: proxyOption(caseFile, '--api') ?? '1.41',
  }
}

/** What was recorded of a step, counted from 0; null if that is missing. */
export function recordedStep({ directory }: RecordedCase, index: number): Recorded | null {
  const file = join(directory, `expected${index === 0 ? '' : index + 1}.json`)
  return existsSync(file) ? readJson(file) : null
}

/** Of a case of many small files, by file. */
export function recordedFiles({ directory }: RecordedCase): Record<string, Recorded> {
  return readJson(join(directory, 'expected.json'))
}

/** Of the proxy through which the CLI was recorded. */
export function proxyOption({ proxy = [] }: CaseFile, option: string): string | null {
  const at = proxy.indexOf(option)
  return at === -1 ? null : (proxy[at + 1] ?? null)
}

export function filesBelow(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
