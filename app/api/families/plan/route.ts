import { FamilyPlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { planFamily } from '@/lib/rotation/plan-family'

export const POST = endpoint({ action: 'secret.rotate', object: swarmObject, input: FamilyPlanRequest }, ({ input }) =>
  plannedChange(planFamily(live().snapshot(), input)),
)
