import { PlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { planRemoval } from '@/lib/rotation/plan-removal'

/** What the removal of a version would do: the dry run of DELETE. */
export const POST = endpoint({ action: 'config.remove', object: configOf, input: PlanRequest }, ({ object }) =>
  plannedChange(planRemoval(live().snapshot(), 'config', object.config.ID)),
)
