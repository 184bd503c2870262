import { FamilyRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planFamily } from '@/lib/rotation/plan-family'

/** Notes on the objects themselves whether they are versions of one thing. */
export const POST = endpoint(
  { action: 'secret.rotate', object: swarmObject, input: FamilyRequest },
  ({ input: { planDigest, ...answer }, user }) => {
    const plan = planFamily(live().snapshot(), answer)
    assertApproved(plan, planDigest)
    return runOperation(plan, user)
  },
)
