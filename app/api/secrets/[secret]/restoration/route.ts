import { RestorationRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { secretOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planRestore } from '@/lib/rotation/plan-restore'

/** Points the services at a version that exists already. */
export const POST = endpoint(
  { action: 'secret.rotate', object: secretOf, input: RestorationRequest },
  ({ object, input: { planDigest, ...wish }, user }) => {
    const plan = planRestore(live().snapshot(), { ...wish, kind: 'secret', versionId: object.secret.ID })
    assertApproved(plan, planDigest)
    return runOperation(plan, user)
  },
)
