import { ApprovedRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { secretOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planRemoval } from '@/lib/rotation/plan-removal'

/** Removes a version that nothing needs. */
export const DELETE = endpoint(
  { action: 'secret.remove', object: secretOf, input: ApprovedRequest },
  ({ object, input, user }) => {
    const plan = planRemoval(live().snapshot(), 'secret', object.secret.ID)
    assertApproved(plan, input.planDigest)
    return runOperation(plan, user)
  },
)
