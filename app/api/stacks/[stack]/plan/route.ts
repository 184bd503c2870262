import { DeployPlanRequest, deployBodyBytes } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { planDeployment } from '@/lib/operations/requests/deploy'

/** What a deployment would do: the dry run of PUT. It is asked as one types, and before any secret's value is sent. */
export const POST = endpoint(
  { action: 'stack.deploy', object: stackObject, input: DeployPlanRequest, maxBodyBytes: deployBodyBytes },
  ({ object, input }) => planDeployment(object.stack, input),
)
