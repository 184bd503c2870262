import { DecisionRequest, secretBodyBytes } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { operationOf } from '@/lib/http/objects'
import { decide } from '@/lib/operations/decide'

/** What becomes of an operation that cannot go on by itself. */
export const POST = endpoint(
  { action: 'operation.decide', object: operationOf, input: DecisionRequest, maxBodyBytes: secretBodyBytes },
  ({ object, input: { choice, valueBase64 }, user }) => decide(object.operationId, choice, user, valueBase64),
)
