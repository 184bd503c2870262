'use client'

import { useMemo } from 'react'
import { useLive } from '@/lib/browser/use-live'
import type { SwarmNames } from './suggestion'

/** The names that the swarm has now, for completion. Asks the stream for these lists as long as somebody edits. */
export function useSwarmNames(): SwarmNames {
  const networks = useLive('networks', null).view
  const volumes = useLive('volumes', null).view
  const configs = useLive('configs', null).view
  const secrets = useLive('secrets', null).view
  const nodes = useLive('nodes', null).view
  return useMemo(
    () => ({
      networks: (networks?.rows ?? []).filter(({ isIngress }) => !isIngress).map(({ name }) => name),
      volumes: (volumes?.rows ?? []).map(({ name }) => name),
      configs: (configs?.rows ?? []).map(({ name }) => name),
      secrets: (secrets?.rows ?? []).map(({ name }) => name),
      nodes: (nodes?.rows ?? []).map(({ hostname, labels }) => ({ hostname, labels })),
    }),
    [networks, volumes, configs, secrets, nodes],
  )
}
