import { endpoint } from '@/lib/http/endpoint'
import { live } from '@/lib/live/live'

/** Says that the process lives, whatever the engine does: to start it again would not bring the engine back. */
export const GET = endpoint({ access: 'public' }, () => {
  return { name: 'skep', status: 'ok', connection: live().swarm().connection, asOf: live().stamp().asOf }
})
