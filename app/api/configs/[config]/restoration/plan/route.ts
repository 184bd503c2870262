import { RestorationPlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { planRestore } from '@/lib/rotation/plan-restore'

export const POST = endpoint(
  { action: 'config.rotate', object: configOf, input: RestorationPlanRequest },
  ({ object, input }) =>
    plannedChange(planRestore(live().snapshot(), { ...input, kind: 'config', versionId: object.config.ID })),
)
