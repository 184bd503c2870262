import { CompareRequest } from '@/lib/contract/inputs/deploy'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { compare } from '@/lib/operations/requests/revisions'

/** How two revisions differ, or one and what is live (`to=live`). Values of environments are masked. */
export const GET = endpoint({ action: 'stack.read', object: stackObject, input: CompareRequest }, ({ object, input }) =>
  compare(object.stack, input),
)
