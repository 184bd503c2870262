import type { Meta } from '@/lib/swarm/engine-types'

/** 1 January 2026, noon: the moment at which everything in these tests was made. */
export const madeAt = '2026-01-01T12:00:00.000000000Z'

export function meta(index = 10, createdAt = madeAt): Meta {
  return { Version: { Index: index }, CreatedAt: createdAt, UpdatedAt: createdAt }
}

/** Labels as `docker stack deploy` writes them. */
export function labelsOf(stack: string | undefined, labels: Record<string, string> = {}): Record<string, string> {
  return stack ? { 'com.docker.stack.namespace': stack, ...labels } : labels
}
