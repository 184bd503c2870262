import { ConfigRotationPlanRequest, configBodyBytes } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { plannedMove } from '@/lib/operations/files/planned-files'
import { configRotation } from '@/lib/operations/requests/rotation'

export const POST = endpoint(
  {
    action: 'config.rotate',
    tokens: true,
    object: configOf,
    input: ConfigRotationPlanRequest,
    maxBodyBytes: configBodyBytes,
  },
  ({ object, input }) => plannedMove(configRotation(object.config, input)),
)
