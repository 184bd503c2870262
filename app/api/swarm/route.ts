import { InitSwarmRequest } from '@/lib/contract/inputs/changes'
import { engine } from '@/lib/engine/engine'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planInitSwarm } from '@/lib/plan/init-swarm'

/** Makes a swarm of the engine alone. */
export const POST = endpoint(
  { action: 'swarm.init', object: swarmObject, input: InitSwarmRequest },
  async ({ input, user }) => {
    const plan = planInitSwarm(await engine().info(), input.advertiseAddress)
    assertApproved(plan, input.planDigest)
    return runOperation(plan, user)
  },
)
