import { DriftedField } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { leaveBe } from '@/lib/operations/requests/drift'

/** Lets a field be as it is: it counts as no drift any more. */
export const PUT = endpoint(
  { action: 'stack.deploy', object: stackObject, input: DriftedField },
  ({ object, input, user }) => leaveBe(object.stack, input, { isLeft: true, user }),
)

/** Takes that back. */
export const DELETE = endpoint(
  { action: 'stack.deploy', object: stackObject, input: DriftedField },
  ({ object, input, user }) => leaveBe(object.stack, input, { isLeft: false, user }),
)
