import { InitSwarmPlanRequest } from '@/lib/contract/inputs/changes'
import { engine } from '@/lib/engine/engine'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { plannedChange } from '@/lib/operations/approval'
import { planInitSwarm } from '@/lib/plan/init-swarm'

export const POST = endpoint(
  { action: 'swarm.init', object: swarmObject, input: InitSwarmPlanRequest },
  async ({ input }) => plannedChange(planInitSwarm(await engine().info(), input.advertiseAddress)),
)
