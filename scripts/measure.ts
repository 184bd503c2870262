/** `npm run measure`: takes the figures of docs/measurements.md, with real engines and a real browser. */
import { measureDeploy } from './measure/deploy'
import { measureEngineLoad } from './measure/engine-load'
import { measureFirstPage } from './measure/first-page'
import { measurePlanning } from './measure/planning'
import { measureRotationCost } from './measure/rotation-cost'
import { measureUpdateDelay } from './measure/update-delay'
import { measureZeroDowntime } from './measure/zero-downtime'

const measures: Record<string, () => Promise<void>> = {
  'first-page': measureFirstPage,
  'update-delay': measureUpdateDelay,
  'engine-load': measureEngineLoad,
  deploy: measureDeploy,
  planning: measurePlanning,
  'zero-downtime': measureZeroDowntime,
  'rotation-cost': measureRotationCost,
}

const usage = `npm run measure -- [NAME…]: ${Object.keys(measures).join(', ')}; all of them when none is named

  SKEP_TEST_SANDBOX  whose sandboxes it uses, as for the tests`

async function main(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !measures[name])
  if (unknown.length > 0) {
    console.log(usage)
    return 2
  }
  for (const name of names.length > 0 ? names : Object.keys(measures)) {
    console.log(`\n── ${name}`)
    await measures[name]?.()
  }
  return 0
}

const code = await main(process.argv.slice(2))
// A measure that fails what it is to show has said so itself.
if (code > 0) process.exitCode = code
