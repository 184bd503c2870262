import { PolicyRequest } from '@/lib/contract/inputs/policies'
import { endpoint } from '@/lib/http/endpoint'
import { secretOf } from '@/lib/http/objects'
import { policyOf, setPolicy } from '@/lib/operations/requests/policies'

/** Of the family that the secret belongs to. */
export const GET = endpoint({ action: 'secret.read', object: secretOf }, ({ object }) =>
  policyOf('secret', object.secret),
)

export const PUT = endpoint(
  { action: 'policy.manage', object: secretOf, input: PolicyRequest },
  ({ object, input, user }) => setPolicy({ kind: 'secret', object: object.secret }, input, user),
)

export const DELETE = endpoint({ action: 'policy.manage', object: secretOf }, async ({ object, user }) => {
  await setPolicy({ kind: 'secret', object: object.secret }, null, user)
})
