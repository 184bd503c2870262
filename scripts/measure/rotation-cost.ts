import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { deployStack, docker } from '@/e2e/support/docker'
import { cookieOf, send } from '@/e2e/support/journey'
import { defaultPolicy } from '@/lib/rotation/policy'
import { median } from './median'
import { onStage, type Stage } from './stage'

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
 * One secret that five services of two stacks use, rotated in turns by a script with the docker CLI and by one click on
 * the secret's page. Both end when all of it is verified: the script with its exit, the page when it says so.
 */
export function measureRotationCost(): Promise<void> {
  return onStage(async (stage) => {
    await docker(['secret', 'create', family, '-'], 'first')
    for (const [stack, services] of Object.entries(stacks)) await deployStack(stack, fileOf(services))
    const page = await (await stage.newBrowser()).newPage()
    await countClicks(page)
    const times: Times = { script: [], oneByOne: [], fourAtOnce: [] }
    for (let round = 0; round < rounds; round++) {
      times.script.push(await byScript(3 * round + 1))
      times.oneByOne.push(await bySkep(stage, page, { version: 3 * round + 2, atOnce: 1 }))
      times.fourAtOnce.push(await bySkep(stage, page, { version: 3 * round + 3, atOnce: 4 }))
    }
    report(times)
  })
}

const nameOf = (version: number) => (version === 1 ? family : `${family}_v${version}`)

async function byScript(version: number): Promise<number> {
  const env = { ...process.env, DOCKER_HOST: process.env.SKEP_TEST_DOCKER_HOST }
  const begin = performance.now()
  await promisify(execFile)(script, [nameOf(version), nameOf(version + 1)], { env })
  const took = performance.now() - begin
  await requireAllOn(nameOf(version + 1))
  return took / 1000
}

/** From the first click to the word on the page that it is done. */
async function bySkep(
  { server }: Stage,
  page: Page,
  { version, atOnce }: { version: number; atOnce: number },
): Promise<number> {
  const [name, successor] = [nameOf(version), nameOf(version + 1)]
  const rollout = { ...defaultPolicy.rollout, atOnce, onFailure: 'undo', keepVersions: null }
  const policy = { ...defaultPolicy, recipe: { kind: 'hex', bytes: 24 }, rollout }
  await send(server, 'PUT', `/api/secrets/${name}/policy`, policy, await cookieOf(page))
  await page.goto(`${server.url}/secrets/${name}`)
  const button = page.getByRole('button', { name: 'Rotate now' })
  await button.waitFor()
  const begin = performance.now()
  await button.click()
  await page.getByRole('button', { name: `Create ${successor} and restart 5 services` }).click()
  await page.getByRole('dialog').getByText('Converged', { exact: true }).waitFor({ timeout: 300_000 })
  const took = performance.now() - begin
  const clicks = await page.evaluate(() => sessionStorage.getItem('clicks'))
  console.log(`${successor} by ${clicks} clicks, ${atOnce} at once`)
  await requireAllOn(successor)
  return took / 1000
}

/** Counted by the page itself, anew on each page. */
async function countClicks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    sessionStorage.setItem('clicks', '0')
    // No function here may have a name: tsx would mark it with a helper that the page does not have.
    addEventListener(
      'click',
      () => sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks')) + 1)),
      { capture: true },
    )
  })
}

async function requireAllOn(name: string): Promise<void> {
  const services = Object.entries(stacks).flatMap(([stack, all]) => all.map((service) => `${stack}_${service}`))
  const format = '{{(index .Spec.TaskTemplate.ContainerSpec.Secrets 0).SecretName}}'
  const found = (await docker(['service', 'inspect', '--format', format, ...services])).split('\n')
  if (found.some((each) => each !== name)) throw new Error(`they are on ${found.join()}, not on ${name}`)
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
