import { MoveVariableRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { serviceOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planMoveVariable } from '@/lib/rotation/conversion/plan-move-variable'

/** Keeps as a secret what an environment variable holds. The value comes from the engine, and is in no request. */
export const POST = endpoint(
  { action: 'secret.create', object: serviceOf, input: MoveVariableRequest },
  ({ object, input: { planDigest, ...wish }, user }) => {
    const plan = planMoveVariable(live().snapshot(), { ...wish, serviceId: object.service.ID })
    assertApproved(plan, planDigest)
    return runOperation(plan, user)
  },
)
