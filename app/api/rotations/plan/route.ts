import { SecretRotationsPlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { planRotations } from '@/lib/operations/requests/one-click'

/** What one click would do, for each of the secrets. */
export const POST = endpoint(
  { action: 'secret.rotate', object: swarmObject, input: SecretRotationsPlanRequest },
  ({ input }) => planRotations(input.names),
)
