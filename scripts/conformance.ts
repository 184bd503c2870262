import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { casesBelow, isRecordedCase } from './conformance/case-files'
import { outcomesOnEngine, swarmFor } from './conformance/engine-run'
import { compareLive } from './conformance/live-comparison'
import { type Outcome, outcomeText } from './conformance/outcome'
import { runRecordedCase } from './conformance/recorded-case'
import { tellSandboxError } from './sandbox/machine/sandbox-error.mjs'

const usage = `npm run conformance -- PATH…

Compares what we would send to an engine with what docker stack deploy sends. PATH is a Compose file, a folder of them,
a case folder (with expected.json), or a folder of case folders. A Compose file is deployed with the docker CLI against
a recording engine; the answers for a case folder were recorded before.

  --api=1.41        the API version that the recording engine announces
  --engine=ENGINE   deploy with the CLI and with our bodies to a real swarm, and compare what it has stored. ENGINE is
                    unix:///…/docker.sock of a manager, or the name of a sandbox, as it is; one that is not up is made
                    for the time, with a current engine if its name contains “current”. The swarm has to be empty.`

/** The outcomes of one path, as they come. */
async function* outcomesOf(path: string, apiVersion: string): AsyncGenerator<Outcome> {
  if (statSync(path).isFile()) {
    yield await compareLive(basename(path), [path], { apiVersion })
    return
  }
  const cases = isRecordedCase(path) ? [path] : casesBelow(path)
  for (const directory of cases) yield* await runRecordedCase(directory)
  if (cases.length > 0) return
  const entries = readdirSync(path, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name)).map(({ name }) => name)
  for (const file of files.toSorted()) yield await compareLive(file, [join(path, file)], { apiVersion })
  if (files.length > 0) return
  for (const entry of entries) if (entry.isDirectory()) yield* outcomesOf(join(path, entry.name), apiVersion)
}

type Counts = Record<Outcome['result'], number>

async function runAll(paths: string[], outcomes: (path: string) => AsyncGenerator<Outcome>): Promise<number> {
  const counts: Counts = { same: 0, 'both refuse': 0, differs: 0, 'not compared': 0 }
  for (const path of paths)
    for await (const outcome of outcomes(path)) {
      console.log(outcomeText(outcome))
      counts[outcome.result] += 1
    }
  if (counts['not compared'] > 0) console.log(`${counts['not compared']} not compared`)
  console.log(`${counts.same + counts['both refuse']} passed, ${counts.differs} failed`)
  return counts.differs > 0 ? 1 : 0
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { api: { type: 'string', default: '1.41' }, engine: { type: 'string' } },
  })
  if (positionals.length === 0) {
    console.log(usage)
    return 2
  }
  const missing = positionals.find((path) => !existsSync(path))
  if (missing !== undefined) {
    console.error(`There is no ${missing}.`)
    return 2
  }
  if (values.engine === undefined) return runAll(positionals, (path) => outcomesOf(path, values.api))
  const swarm = await swarmFor(values.engine)
  try {
    console.log(`engine ${swarm.engineVersion}, API ${swarm.apiVersion}`)
    return await runAll(positionals, (path) => outcomesOnEngine(path, swarm))
  } finally {
    await swarm.close()
  }
}

process.exitCode = await main().catch(tellSandboxError)
