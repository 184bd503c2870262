import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { recordLook } from '@/lib/operations/requests/record-look'
import { rebuiltFiles } from '@/lib/operations/stacks/rebuilt-files'

/** The Compose file of a running stack, rebuilt. It has the values of environment variables, so the look is recorded. */
export const GET = endpoint({ action: 'stack.file.read', object: stackObject }, async ({ object, user }) => {
  const files = await rebuiltFiles(object.stack)
  await recordLook(user, 'stack.file.read', object.ref)
  return files
})
