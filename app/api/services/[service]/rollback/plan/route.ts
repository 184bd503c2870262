import { PlanRequest } from '@/lib/contract/inputs/changes'
import { planServiceRollback } from '@/lib/deploy/plan-service-rollback'
import { endpoint } from '@/lib/http/endpoint'
import { serviceOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'

/** What giving the service its previous spec again would change. */
export const POST = endpoint({ action: 'stack.deploy', object: serviceOf, input: PlanRequest }, ({ object }) =>
  plannedChange(planServiceRollback(live().snapshot(), object.service)),
)
