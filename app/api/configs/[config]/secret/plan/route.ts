import { MoveToSecretPlanRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedMove } from '@/lib/operations/files/planned-files'
import { planMoveToSecret } from '@/lib/rotation/conversion/plan-move-to-secret'

export const POST = endpoint(
  { action: 'secret.create', object: configOf, input: MoveToSecretPlanRequest },
  ({ object, input }) => plannedMove(planMoveToSecret(live().snapshot(), { ...input, configId: object.config.ID })),
)
