import { MoveVariablePlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { serviceOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedMove } from '@/lib/operations/files/planned-files'
import { planMoveVariable } from '@/lib/rotation/conversion/plan-move-variable'

/** The value is no part of what is planned. */
export const POST = endpoint(
  { action: 'secret.create', object: serviceOf, input: MoveVariablePlanRequest },
  ({ object, input }) => plannedMove(planMoveVariable(live().snapshot(), { ...input, serviceId: object.service.ID })),
)
