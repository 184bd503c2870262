import { endpoint } from '@/lib/http/endpoint'
import { operationOf } from '@/lib/http/objects'
import { operationFiles } from '@/lib/operations/files/operation-files'

/** What became of the stack files that the operation has made untrue: a new revision, or names that are behind. */
export const GET = endpoint({ action: 'operation.read', object: operationOf }, ({ object }) =>
  operationFiles(object.operationId),
)
