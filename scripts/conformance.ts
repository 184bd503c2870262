import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { casesBelow, isRecordedCase } from './conformance/case-files'
import { compareLive } from './conformance/live-comparison'
import { type Outcome, outcomeText } from './conformance/outcome'
import { runRecordedCase } from './conformance/recorded-case'

const usage = `npm run conformance -- PATH…

Compares what we would send to an engine with what docker stack deploy sends. PATH is a Compose file, a folder of them,
a case folder (with expected.json), or a folder of case folders. A Compose file is deployed with the docker CLI against
a recording engine; the answers for a case folder were recorded before.

  --api=1.41   the API version that the recording engine announces`

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

async function main(args: string[]): Promise<number> {
  const paths = args.filter((arg) => !arg.startsWith('--'))
  const apiVersion = args.find((arg) => arg.startsWith('--api='))?.slice('--api='.length) ?? '1.41'
  if (paths.length === 0) {
    console.log(usage)
    return 2
  }
  const counts = { passed: 0, failed: 0, notCompared: 0 }
  for (const path of paths)
    for await (const outcome of outcomesOf(path, apiVersion)) {
      console.log(outcomeText(outcome))
      if (outcome.result === 'differs') counts.failed += 1
      else if (outcome.result === 'not compared') counts.notCompared += 1
      else counts.passed += 1
    }
  if (counts.notCompared > 0) console.log(`${counts.notCompared} not compared`)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  return counts.failed > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
