import { originOf } from '@/lib/auth/origin'
import { askAfter, deployByProgram } from '@/lib/ci/deploy-by-program'
import { deploymentFromForm } from '@/lib/ci/form-fields'
import { respond } from '@/lib/ci/respond'
import { deployBodyBytes } from '@/lib/contract/inputs/deploy'
import { DeploymentQuery, DeploymentRequest } from '@/lib/contract/inputs/deployment'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'

/** Deploys with one request and waits for the end: for pipelines, see docs/ci.md. */
export const POST = endpoint(
  {
    action: 'stack.deploy',
    tokens: true,
    object: stackObject,
    input: DeploymentRequest,
    fromForm: deploymentFromForm,
    maxBodyBytes: deployBodyBytes,
  },
  async ({ object, input, user, request }) => {
    const caller = { user, origin: originOf(request) ?? '', signal: request.signal }
    return respond(await deployByProgram(object.stack, input, caller), request)
  },
)

/** Asks for the end of a deployment that was begun. */
export const GET = endpoint(
  { action: 'stack.deploy', tokens: true, object: stackObject, input: DeploymentQuery },
  async ({ object, input, request }) => {
    const caller = { origin: originOf(request) ?? '', signal: request.signal }
    return respond(await askAfter(object.stack, input, caller), request)
  },
)
