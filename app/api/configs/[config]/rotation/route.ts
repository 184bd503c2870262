import { authorize } from '@/lib/auth/authorize'
import { ConfigRotationRequest, configBodyBytes } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { assertApproved } from '@/lib/operations/approval'
import { configRotation } from '@/lib/operations/requests/rotation'
import { runOperation } from '@/lib/operations/run'

/** Makes the next version of a config and points its services at it. The name is the one that was approved. */
export const POST = endpoint(
  {
    action: 'config.rotate',
    tokens: true,
    object: configOf,
    input: ConfigRotationRequest,
    maxBodyBytes: configBodyBytes,
  },
  ({ object, input: { planDigest, ...wish }, user }) => {
    const plan = configRotation(object.config, wish)
    // Whoever says how many versions stay, removes the others.
    if (wish.rollout && wish.rollout.keepVersions !== null) authorize(user, 'config.remove', object.ref)
    assertApproved(plan, planDigest)
    const name = String(plan.title.params.successor)
    return runOperation(plan, user, { contents: new Map([[name, wish.contentBase64]]) })
  },
)
