import { parseArgs } from 'node:util'
import { deployWithStubs } from './roundtrip/deploy-with-stubs'
import { type Deployment, deploymentsOf, type Step } from './roundtrip/deployments'
import { rebuildAndCompare } from './roundtrip/rebuild-and-compare'
import { runShell } from './roundtrip/run-shell'
import { type Swarm, upSwarm } from './roundtrip/swarm'
import { tellSandboxError } from './sandbox/machine/sandbox-error.mjs'

const usage = `npm run roundtrip -- PATH…

Deploys Compose files with the docker CLI to a sandbox, rebuilds their files from what is live, and checks that these
change nothing: converted again they give the same specs, a plan has no steps, and the docker CLI, given the rebuilt
file, leaves every spec as it was. PATH is a Compose file, a folder of them, a case folder (with expected.json), or a
folder of case folders. No task runs: the sandbox's one node is drained.

  --name=NAME              which sandbox (default roundtrip); one that is not up is made, and removed at the end
  --engine=debian|current  which engine it has, if it is made: the distribution's (default), or a current one
  --show                   print the rebuilt files and what is lost, too`

type Counts = { passed: number; failed: number; undeployed: number }

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string', default: 'roundtrip' },
      engine: { type: 'string' },
      show: { type: 'boolean', default: false },
    },
  })
  if (positionals.length === 0) {
    console.log(usage)
    return 2
  }
  const { name, engine } = values
  if (engine !== undefined && engine !== 'debian' && engine !== 'current')
    throw new Error(`There is no engine ${engine}.`)
  const swarm = await upSwarm(name, engine)
  const counts: Counts = { passed: 0, failed: 0, undeployed: 0 }
  try {
    console.log(`engine ${swarm.engineVersion}, API ${swarm.apiVersion}`)
    for (const path of positionals)
      for (const deployment of deploymentsOf(path)) await runDeployment(deployment, swarm, counts, values.show)
  } finally {
    await swarm.close()
  }
  if (counts.undeployed > 0) console.log(`${counts.undeployed} do not deploy`)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  return counts.failed > 0 ? 1 : 0
}

async function runDeployment(deployment: Deployment, swarm: Swarm, counts: Counts, isShown: boolean): Promise<void> {
  await swarm.clear()
  for (const command of deployment.setup) await runShell(command, deployment.directory, swarm.host)
  for (const step of deployment.steps) await runStep(deployment, step, swarm, counts, isShown)
  await swarm.clear()
}

async function runStep(
  { directory, stack }: Deployment,
  step: Step,
  swarm: Swarm,
  counts: Counts,
  isShown: boolean,
): Promise<void> {
  for (const command of step.before) await runShell(command, directory, swarm.host)
  const refusal = await deployWithStubs({ directory, stack, ...step }, swarm)
  if (refusal !== null) {
    counts.undeployed += 1
    console.log(`${step.name}: does not deploy: ${refusal}`)
    return
  }
  const { rebuilt, differences } = await rebuildAndCompare(stack, swarm)
  counts[differences.length === 0 ? 'passed' : 'failed'] += 1
  const losses = rebuilt.losses.length > 0 ? `, ${rebuilt.losses.length} noted` : ''
  console.log(`${step.name}: ${differences.length === 0 ? `same${losses}` : 'DIFFERS'}`)
  for (const line of differences) console.log(`    ${line}`)
  if (!isShown) return
  for (const { code, params, service } of rebuilt.losses)
    console.log(`    ${code} ${service ?? ''} ${JSON.stringify(params)}`)
  for (const file of rebuilt.files) if ('text' in file) console.log(file.text)
}

process.exitCode = await main().catch(tellSandboxError)
