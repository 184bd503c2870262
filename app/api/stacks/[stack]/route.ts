import { ApprovedRequest } from '@/lib/contract/inputs/changes'
import { planStackRemoval } from '@/lib/deploy/plan-removal'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'

/** Removes a stack. Its revisions stay, so that it can be deployed again from them. */
export const DELETE = endpoint(
  { action: 'stack.remove', object: stackObject, input: ApprovedRequest },
  ({ object, input, user }) => {
    const { plan } = planStackRemoval(live().snapshot(), object.stack)
    assertApproved(plan, input.planDigest)
    return runOperation(plan, user)
  },
)
