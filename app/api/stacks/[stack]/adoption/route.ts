import { AdoptionRequest, deployBodyBytes } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { adoptStack } from '@/lib/operations/requests/adoption'

/** Keeps the files of a stack that was deployed elsewhere as a revision. Changes nothing in the swarm. */
export const POST = endpoint(
  { action: 'stack.deploy', object: stackObject, input: AdoptionRequest, maxBodyBytes: deployBodyBytes },
  ({ object, input, user }) =>
    adoptStack(object.stack, { reason: input.reason, original: input.original ?? null }, user),
)
