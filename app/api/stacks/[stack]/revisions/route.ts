import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { revisionRows } from '@/lib/operations/requests/revisions'

/** Every deployment of the stack from here, the newest first, also when the stack itself is gone. */
export const GET = endpoint({ action: 'stack.read', object: stackObject, tokens: true }, ({ object }) =>
  revisionRows(object.stack),
)
