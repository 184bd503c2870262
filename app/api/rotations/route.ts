import { SecretRotationsRequest, secretBodyBytes } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { startRotations } from '@/lib/operations/requests/one-click'

/** Rotates several secrets, each by the policy of its family, with values that the browser has made. */
export const POST = endpoint(
  { action: 'secret.rotate', object: swarmObject, input: SecretRotationsRequest, maxBodyBytes: 4 * secretBodyBytes },
  ({ input, user }) => startRotations(input.items, user),
)
