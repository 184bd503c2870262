import { authorize } from '@/lib/auth/authorize'
import { deployBodyBytes, PlanValuesRequest } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { serviceRef, stackObject } from '@/lib/http/objects'
import { plannedDeploymentValues } from '@/lib/operations/requests/deploy'
import { recordLook } from '@/lib/operations/requests/record-look'

/** What the plan changes of one service, with the values of its environment: who looks at them is recorded. */
export const POST = endpoint(
  { action: 'stack.deploy', object: stackObject, input: PlanValuesRequest, maxBodyBytes: deployBodyBytes },
  async ({ object: { stack }, input: { service, ...request }, user }) => {
    const ref = serviceRef(stack, service)
    authorize(user, 'service.environment.read', ref)
    await recordLook(user, 'service.environment.read', ref)
    return plannedDeploymentValues(stack, request, service)
  },
)
