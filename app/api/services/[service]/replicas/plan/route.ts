import { ScalePlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { serviceOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { planScale } from '@/lib/scaling/plan'

export const POST = endpoint(
  { action: 'service.scale', tokens: true, object: serviceOf, input: ScalePlanRequest },
  ({ object, input }) => plannedChange(planScale(live().snapshot(), object.service.ID, input.replicas)),
)
