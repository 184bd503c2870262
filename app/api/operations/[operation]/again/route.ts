import { endpoint } from '@/lib/http/endpoint'
import { operationOf } from '@/lib/http/objects'
import { deployAgainOf } from '@/lib/operations/requests/deploy-again'

/** Which revision brings back what the operation took away. */
export const GET = endpoint({ action: 'operation.read', object: operationOf }, ({ object }) =>
  deployAgainOf(object.operationId),
)
