import { authorize } from '@/lib/auth/authorize'
import { SecretRotationRequest, secretBodyBytes } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { secretOf } from '@/lib/http/objects'
import { assertApproved } from '@/lib/operations/approval'
import { secretRotation } from '@/lib/operations/requests/rotation'
import { runOperation } from '@/lib/operations/run'

/** Makes the next version of a secret. The value goes beside the plan to the executor, and from there to the engine alone. */
export const POST = endpoint(
  {
    action: 'secret.rotate',
    tokens: true,
    object: secretOf,
    input: SecretRotationRequest,
    maxBodyBytes: secretBodyBytes,
  },
  ({ object, input: { planDigest, valueBase64: value, ...wish }, user }) => {
    const plan = secretRotation(object.secret, wish)
    // Whoever says how many versions stay, removes the others.
    if (wish.rollout && wish.rollout.keepVersions !== null) authorize(user, 'secret.remove', object.ref)
    assertApproved(plan, planDigest)
    const name = String(plan.title.params.successor)
    return runOperation(plan, user, { secretValues: new Map([[name, value]]) })
  },
)
