import { CreateNetworkRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planNetwork } from '@/lib/plan/plan-create'

/** Makes an overlay network that belongs to no stack. */
export const POST = endpoint(
  { action: 'network.create', object: swarmObject, input: CreateNetworkRequest },
  ({ input: { isPlan, ...wish }, user }) => {
    const plan = planNetwork(live().snapshot(), wish)
    return isPlan ? plannedChange(plan) : runOperation(plan, user)
  },
)
