import { ScaleRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { serviceOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planScale } from '@/lib/scaling/plan'

/** Scales a service. The plan is made again here, and applied only if it is still the one that was approved. */
export const PUT = endpoint(
  { action: 'service.scale', tokens: true, object: serviceOf, input: ScaleRequest },
  ({ object, input, user }) => {
    const plan = planScale(live().snapshot(), object.service.ID, input.replicas)
    assertApproved(plan, input.planDigest)
    return runOperation(plan, user)
  },
)
