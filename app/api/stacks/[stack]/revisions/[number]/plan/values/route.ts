import { authorize } from '@/lib/auth/authorize'
import { ValuesRequest } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { revisionObject, serviceRef } from '@/lib/http/objects'
import { recordLook } from '@/lib/operations/requests/record-look'
import { plannedRollbackValues } from '@/lib/operations/requests/revisions'

/** What bringing the revision back changes of one service, with the values of its environment, which is recorded. */
export const POST = endpoint(
  { action: 'stack.deploy', object: revisionObject, input: ValuesRequest },
  async ({ object: { stack, number }, input: { service }, user }) => {
    const ref = serviceRef(stack, service)
    authorize(user, 'service.environment.read', ref)
    await recordLook(user, 'service.environment.read', ref)
    return plannedRollbackValues(stack, number, service)
  },
)
