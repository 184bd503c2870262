import { RestorationRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planRestore } from '@/lib/rotation/plan-restore'

/** Points the services at a version that exists already. */
export const POST = endpoint(
  { action: 'config.rotate', object: configOf, input: RestorationRequest },
  ({ object, input: { planDigest, ...wish }, user }) => {
    const plan = planRestore(live().snapshot(), { ...wish, kind: 'config', versionId: object.config.ID })
    assertApproved(plan, planDigest)
    return runOperation(plan, user)
  },
)
