'use client'

import { RemoveVersion } from '@/components/plan/versions/remove-version'
import { useLive } from '@/lib/browser/use-live'
import type { ViewOf } from '@/lib/contract/topics'

/** For the head of a config's page: removes this version, when nothing needs it any more. */
export function RemoveConfig({ name, initial }: { name: string; initial: ViewOf<`config:${string}`> }) {
  const { document: config } = useLive(`config:${name}`, initial).view
  return config && <RemoveVersion kind="config" name={name} blockers={config.blockers} />
}
