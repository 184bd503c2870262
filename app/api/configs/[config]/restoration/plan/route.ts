import { RestorationPlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedMove } from '@/lib/operations/files/planned-files'
import { planRestore } from '@/lib/rotation/plan-restore'

export const POST = endpoint(
  { action: 'config.rotate', object: configOf, input: RestorationPlanRequest },
  ({ object, input }) =>
    plannedMove(planRestore(live().snapshot(), { ...input, kind: 'config', versionId: object.config.ID })),
)
