import { SecretRotationPlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { secretOf } from '@/lib/http/objects'
import { plannedMove } from '@/lib/operations/files/planned-files'
import { secretRotation } from '@/lib/operations/requests/rotation'

/** Asked without the value, which no plan contains. */
export const POST = endpoint(
  { action: 'secret.rotate', tokens: true, object: secretOf, input: SecretRotationPlanRequest },
  ({ object, input }) => plannedMove(secretRotation(object.secret, input)),
)
