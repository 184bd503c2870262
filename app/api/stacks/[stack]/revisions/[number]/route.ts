import { deployBodyBytes, RollBackRequest } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { revisionObject } from '@/lib/http/objects'
import { recordLook } from '@/lib/operations/requests/record-look'
import { requireRevision, revisionContent, rollBack } from '@/lib/operations/requests/revisions'

/** The files of a revision often hold passwords: who looks at them is recorded. */
export const GET = endpoint({ action: 'stack.file.read', object: revisionObject }, async ({ object, user }) => {
  const revision = await requireRevision(object.stack, object.number)
  await recordLook(user, 'stack.file.read', object.ref)
  return revisionContent(revision)
})

/** Brings the whole stack back to the revision, as a new one. */
export const POST = endpoint(
  { action: 'stack.deploy', object: revisionObject, input: RollBackRequest, maxBodyBytes: deployBodyBytes },
  ({ object, input: { secretValues, ...request }, user }) => {
    const values = new Map(Object.entries(secretValues))
    return rollBack(object.stack, object.number, { ...request, secretValues: values }, user)
  },
)
