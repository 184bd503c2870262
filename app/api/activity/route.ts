import { ActivityQuery } from '@/lib/contract/inputs/activity'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { listAudit } from '@/lib/store/audit'

/** The audit log, newest first, a page at a time. */
export const GET = endpoint({ action: 'activity.read', object: swarmObject, input: ActivityQuery }, ({ input }) =>
  listAudit(input),
)
