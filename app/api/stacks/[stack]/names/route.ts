import { deployBodyBytes, NamesRequest } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { stackPatch } from '@/lib/operations/files/stack-patch'
import { recordLook } from '@/lib/operations/requests/record-look'

/** What the stack's file does not name yet, as a patch. Lines around it may have values, so the look is recorded. */
export const GET = endpoint({ action: 'stack.file.read', object: stackObject }, async ({ object, user }) => {
  const patch = await stackPatch(object.stack, null)
  if (patch.patch !== '') await recordLook(user, 'stack.file.read', object.ref)
  return patch
})

/** The same for a file that is not known here. Nothing of it is kept. */
export const POST = endpoint(
  { action: 'stack.file.read', object: stackObject, input: NamesRequest, maxBodyBytes: deployBodyBytes },
  ({ object, input }) => stackPatch(object.stack, input),
)
