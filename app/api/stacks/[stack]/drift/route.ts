import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { stackDrift } from '@/lib/operations/stacks/drift'

/** What runs against what was deployed last, field by field. Values of environment variables are not in it. */
export const GET = endpoint({ action: 'stack.read', object: stackObject }, ({ object }) =>
  stackDrift(live().snapshot(), object.stack),
)
