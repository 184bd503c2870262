import { RestorationPlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { secretOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedMove } from '@/lib/operations/files/planned-files'
import { planRestore } from '@/lib/rotation/plan-restore'

export const POST = endpoint(
  { action: 'secret.rotate', object: secretOf, input: RestorationPlanRequest },
  ({ object, input }) =>
    plannedMove(planRestore(live().snapshot(), { ...input, kind: 'secret', versionId: object.secret.ID })),
)
