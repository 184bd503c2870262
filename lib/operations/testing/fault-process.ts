import { text } from 'node:stream/consumers'
import type { DeployPlanRequest } from '@/lib/contract/deploy'
import type { RotationPolicy } from '@/lib/contract/policies'
import { live } from '@/lib/live/live'
import { decide } from '@/lib/operations/decide'
import { releaseOperations, resumeOperations } from '@/lib/operations/recovery'
import { deploy, planDeployment } from '@/lib/operations/requests/deploy'
import { runOperation } from '@/lib/operations/run'
import { lookAtSchedule } from '@/lib/operations/schedule/look'
import type { Plan } from '@/lib/plan/plan'
import { settings } from '@/lib/settings'
import { listOperations } from '@/lib/store/operations'
import { writePolicy } from '@/lib/store/policies'
import { closeStore, openStore, transact } from '@/lib/store/store'
import { restReport } from './rest-report'

/*
 * Skep below its routes, as a process that can be killed. On its standard input it gets what to do, since arguments can
 * be seen by others: an operation to begin, a value to supply, or nothing. It goes on with everything that is recorded,
 * and tells on its last line what there is.
 */
export type FaultOrder = {
  plan?: Plan
  contents?: [name: string, base64: string][]
  secretValues?: [name: string, base64: string][]
  supply?: string
  /** Planned and applied, as the page does. */
  deploy?: { stack: string; request: DeployPlanRequest }
  /** Stored before anything else. */
  policy?: { family: string; policy: RotationPolicy }
  /** What the schedule would begin at this time. */
  scheduleAt?: number
}

const kim = { id: 'user-kim', name: 'kim' }

async function main(): Promise<void> {
  const order: FaultOrder = JSON.parse(await text(process.stdin))
  await openStore(settings().dataFolder)
  live().start()
  while (live().stamp().asOf === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await resumeOperations()
  if (order.policy) await storePolicy(order.policy)
  if (order.plan) {
    const data = { contents: decoded(order.contents), secretValues: decoded(order.secretValues) }
    await runOperation(order.plan, kim, data)
  }
  if (order.deploy) await deployAsAsked(order.deploy)
  if (order.supply) await supply(order.supply)
  if (order.scheduleAt) {
    await restReport()
    await lookAtSchedule(order.scheduleAt)
  }
  process.stdout.write(`\n${JSON.stringify(await restReport())}\n`)
  await releaseOperations()
  live().stop()
  await closeStore()
}

async function deployAsAsked({ stack, request }: NonNullable<FaultOrder['deploy']>): Promise<void> {
  const { digest } = await planDeployment(stack, request)
  await deploy(stack, { ...request, planDigest: digest, reason: '' }, kim)
}

function storePolicy({ family, policy }: NonNullable<FaultOrder['policy']>): Promise<void> {
  const key = { swarmId: live().stamp().swarmId, kind: 'secret' as const, family }
  return transact((trx) => writePolicy(trx, key, policy, kim.name))
}

async function supply(base64: string): Promise<void> {
  await restReport()
  const lost = (await listOperations(10)).find(({ operation }) => operation.state === 'needs_decision')
  if (lost) await decide(lost.operation.id, 'supply_value', kim, Buffer.from(base64, 'base64'))
}

function decoded(entries: [string, string][] = []): Map<string, Buffer> {
  return new Map(entries.map(([name, base64]) => [name, Buffer.from(base64, 'base64')]))
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
