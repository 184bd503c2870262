import type { DeployFile, DeployOptions, DeployPlanRequest } from '@/lib/contract/deploy'
import type { OperationView } from '@/lib/contract/operations'
import { planStackRemoval } from '@/lib/deploy/plan-removal'
import { ask } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { deploy, planDeployment } from '@/lib/operations/requests/deploy'
import { runOperation } from '@/lib/operations/run'
import type { Config, Network, Secret, Service } from '@/lib/swarm/engine-types'
import { ended, kim } from './operations-case'

export type StackWish = {
  files?: Record<string, string>
  variables?: Record<string, string>
  options?: Partial<DeployOptions>
}

const stacks = new Set<string>()

/** The request that the page sends. There is no registry here, so none is asked unless a test says so. */
export function requestOf(
  text: string,
  { files = {}, variables = {}, options = {} }: StackWish = {},
): DeployPlanRequest {
  return {
    files: [file('compose.yaml', text), ...Object.entries(files).map(([name, content]) => file(name, content))],
    composeFiles: ['compose.yaml'],
    variables,
    sensitiveVariables: [],
    options: { resolveImage: 'never', prune: false, replicas: {}, ...options },
  }
}

function file(name: string, content: string): DeployFile {
  return { name, sizeBytes: content.length, dataBase64: Buffer.from(content).toString('base64') }
}

/** It goes with the others when the tests are over. */
export function rememberStack(stack: string): void {
  stacks.add(stack)
}

/** Plans and applies, as the page does. */
export async function begin(stack: string, text: string, wish?: StackWish): Promise<OperationView> {
  rememberStack(stack)
  const request = requestOf(text, wish)
  const { digest } = await planDeployment(stack, request)
  return deploy(stack, { ...request, planDigest: digest, reason: 'a test' }, kim)
}

export async function deployed(stack: string, text: string, wish?: StackWish): Promise<OperationView> {
  return ended((await begin(stack, text, wish)).id)
}

export async function removed(stack: string): Promise<OperationView> {
  return ended((await runOperation(planStackRemoval(live().snapshot(), stack).plan, kim)).id)
}

const filters = (stack: string) => {
  return `?filters=${encodeURIComponent(JSON.stringify({ label: [`com.docker.stack.namespace=${stack}`] }))}`
}

/** What the engine has of a stack, asked past Skep. */
export async function objectsOf(stack: string) {
  const [services, networks, configs, secrets] = await Promise.all([
    ask<Service[]>('GET', `/services${filters(stack)}`),
    ask<Network[]>('GET', `/networks${filters(stack)}`),
    ask<Config[]>('GET', `/configs${filters(stack)}`),
    ask<Secret[]>('GET', `/secrets${filters(stack)}`),
  ])
  return { services, networks, configs, secrets }
}

/** Whatever tests have deployed and left. */
export async function removeStacks(): Promise<void> {
  for (const stack of stacks) {
    const { services, networks, configs, secrets } = await objectsOf(stack)
    for (const { ID } of services) await quietly(`/services/${ID}`)
    for (const { ID } of configs) await quietly(`/configs/${ID}`)
    for (const { ID } of secrets) await quietly(`/secrets/${ID}`)
    for (const { Id } of networks) await quietly(`/networks/${Id}`)
  }
  stacks.clear()
}

async function quietly(path: string): Promise<void> {
  await ask('DELETE', path).catch(() => undefined)
}
