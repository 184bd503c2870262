import { endpoint } from '@/lib/http/endpoint'
import { serviceOf } from '@/lib/http/objects'
import { recordLook } from '@/lib/operations/requests/record-look'
import { environmentOf } from '@/lib/swarm/spec/environment'

/** Values often hold passwords: who looks at them is recorded. */
export const GET = endpoint(
  { action: 'service.environment.read', object: serviceOf },
  async ({ object: { ref, service }, user }) => {
    await recordLook(user, 'service.environment.read', ref)
    return environmentOf(service.Spec)
  },
)
