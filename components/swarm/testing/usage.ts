import type { Usage } from '@/lib/contract/data-objects'

/** A service's need of a version, as the topics tell it. */
export const usage = (serviceName: string, stack: string | null = null, by: Usage['by'] = 'spec'): Usage => ({
  serviceName,
  serviceId: serviceName,
  stack,
  target: null,
  uid: null,
  gid: null,
  mode: null,
  by,
})
