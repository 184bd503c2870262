import { PlanDigest } from '@/lib/contract/inputs/changes'
import { DriftedField } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { assertApproved } from '@/lib/operations/approval'
import { planFieldPutBack } from '@/lib/operations/requests/drift'
import { runOperation } from '@/lib/operations/run'

/** Puts the file's value of one field back, and leaves all else as it is. */
export const POST = endpoint(
  { action: 'stack.deploy', object: stackObject, input: DriftedField.extend({ planDigest: PlanDigest }) },
  ({ object, input: { planDigest, ...field }, user }) => {
    const plan = planFieldPutBack(object.stack, field)
    assertApproved(plan, planDigest)
    return runOperation(plan, user)
  },
)
