import { ValuesRequest } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { serviceRef, stackObject } from '@/lib/http/objects'
import { driftedValues } from '@/lib/operations/requests/drift'
import { recordLook } from '@/lib/operations/requests/record-look'

/** The same of one service with the values of its environment: who looks at them is recorded. */
export const GET = endpoint(
  { action: 'service.environment.read', object: stackObject, input: ValuesRequest },
  async ({ object: { stack }, input: { service }, user }) => {
    await recordLook(user, 'service.environment.read', serviceRef(stack, service))
    return driftedValues(stack, service)
  },
)
