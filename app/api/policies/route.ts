import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { listPolicies } from '@/lib/store/policies'

export const GET = endpoint({ action: 'secret.read', object: swarmObject }, () => listPolicies(live().stamp().swarmId))
