import { RestorationPlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { secretOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { planRestore } from '@/lib/rotation/plan-restore'

export const POST = endpoint(
  { action: 'secret.rotate', object: secretOf, input: RestorationPlanRequest },
  ({ object, input }) =>
    plannedChange(planRestore(live().snapshot(), { ...input, kind: 'secret', versionId: object.secret.ID })),
)
