import { ConfigPolicyRequest } from '@/lib/contract/inputs/policies'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { policyOf, setPolicy } from '@/lib/operations/requests/policies'

/** Of the family that the config belongs to. */
export const GET = endpoint({ action: 'config.read', object: configOf }, ({ object }) =>
  policyOf('config', object.config),
)

export const PUT = endpoint(
  { action: 'policy.manage', object: configOf, input: ConfigPolicyRequest },
  ({ object, input, user }) => setPolicy({ kind: 'config', object: object.config }, input, user),
)

export const DELETE = endpoint({ action: 'policy.manage', object: configOf }, async ({ object, user }) => {
  await setPolicy({ kind: 'config', object: object.config }, null, user)
})
