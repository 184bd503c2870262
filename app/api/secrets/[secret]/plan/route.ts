import { PlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { secretOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { planRemoval } from '@/lib/rotation/plan-removal'

/** What the removal of a version would do: the dry run of DELETE. */
export const POST = endpoint({ action: 'secret.remove', object: secretOf, input: PlanRequest }, ({ object }) =>
  plannedChange(planRemoval(live().snapshot(), 'secret', object.secret.ID)),
)
