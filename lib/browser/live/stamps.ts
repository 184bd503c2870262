import type { Stamp } from '@/lib/contract/stamp'

function isSameLife(a: Stamp, b: Stamp): boolean {
  return a.swarmId === b.swarmId && a.epoch === b.epoch
}

/**
 * Whether what the stream sends takes the place of what is kept. Within one life of a watcher the revision decides; from
 * another life (Skep was restarted, or stands before another swarm) it always does, for the stream only sends the present.
 */
export function supersedes(incoming: Stamp, kept: Stamp): boolean {
  return !isSameLife(incoming, kept) || incoming.revision >= kept.revision
}

/** Whether a change can be applied to a view: it is the next news of the same life. */
export function continues(incoming: Stamp, kept: Stamp): boolean {
  return isSameLife(incoming, kept) && incoming.revision >= kept.revision
}

/**
 * The newer of what the stream left in the cache and what the server put into the page. Neither is always the newer one:
 * a page may be older than the cache when one goes back, and the cache may be of an earlier visit.
 */
export function fresher<View extends { stamp: Stamp }>(cached: View | null, initial: View | null): View | null {
  if (!cached || !initial) return cached ?? initial
  if (isSameLife(cached.stamp, initial.stamp)) return initial.stamp.revision > cached.stamp.revision ? initial : cached
  // Revisions of two lives cannot be compared, but both were confirmed at some time by the same server's clock.
  return initial.stamp.asOf > cached.stamp.asOf ? initial : cached
}
