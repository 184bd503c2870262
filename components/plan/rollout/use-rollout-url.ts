'use client'

import { useMemo } from 'react'
import { useMay } from '@/lib/browser/current-user'
import { useApi } from '@/lib/browser/use-api'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { PolicyView } from '@/lib/contract/policies'
import { api } from '@/lib/paths/api'
import type { RolloutWish } from '@/lib/rotation/rollout/rollout'
import { defaultRollout, rolloutFromText, rolloutToText } from '@/lib/rotation/rollout/rollout-text'

type Family = { kind: DataObjectKind; name: string }

/** How several services are to be changed: as the URL says, else as the family's policy does, else in the plain way. */
export function useRolloutUrl({ kind, name }: Family) {
  const [text, setText] = useSearchParam('rollout')
  const mayRemove = useMay(kind === 'config' ? 'config.remove' : 'secret.remove')
  const { data: policy } = useApi<PolicyView | null>(api.policy(kind, name))
  const usual = useMemo(() => usualRollout(policy, mayRemove), [policy, mayRemove])
  const rollout = useMemo(() => rolloutFromText(text, usual), [text, usual])
  return [rollout, (next: RolloutWish) => setText(rolloutToText(next, usual))] as const
}

function usualRollout(policy: PolicyView | null, mayRemove: boolean): RolloutWish {
  if (!policy) return defaultRollout
  return { ...defaultRollout, ...policy.rollout, keepVersions: mayRemove ? policy.rollout.keepVersions : null }
}
