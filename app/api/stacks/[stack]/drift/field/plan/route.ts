import { DriftedField } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { plannedChange } from '@/lib/operations/approval'
import { planFieldPutBack } from '@/lib/operations/requests/drift'

/** What putting the file's value of one field back would do. */
export const POST = endpoint(
  { action: 'stack.deploy', object: stackObject, input: DriftedField },
  ({ object, input }) => plannedChange(planFieldPutBack(object.stack, input)),
)
