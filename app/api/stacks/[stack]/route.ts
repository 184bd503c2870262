import { ApprovedRequest } from '@/lib/contract/inputs/changes'
import { DeployRequest, deployBodyBytes } from '@/lib/contract/inputs/deploy'
import { planStackRemoval } from '@/lib/deploy/plan-removal'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { deploy } from '@/lib/operations/requests/deploy'
import { runOperation } from '@/lib/operations/run'

/** Deploys a stack, also one that is not there yet. The only request that carries the values of its secrets. */
export const PUT = endpoint(
  { action: 'stack.deploy', object: stackObject, input: DeployRequest, maxBodyBytes: deployBodyBytes },
  ({ object, input, user }) => deploy(object.stack, input, user),
)

/** Removes a stack. Its revisions stay, so that it can be deployed again from them. */
export const DELETE = endpoint(
  { action: 'stack.remove', object: stackObject, input: ApprovedRequest },
  ({ object, input, user }) => {
    const { plan } = planStackRemoval(live().snapshot(), object.stack)
    assertApproved(plan, input.planDigest)
    return runOperation(plan, user)
  },
)
