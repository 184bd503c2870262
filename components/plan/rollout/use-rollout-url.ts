'use client'

import { useMemo } from 'react'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { RolloutWish } from '@/lib/rotation/rollout'
import { rolloutFromText, rolloutToText } from '@/lib/rotation/rollout-text'

/** How several services are to be changed, as the URL remembers it. */
export function useRolloutUrl() {
  const [text, setText] = useSearchParam('rollout')
  const rollout = useMemo(() => rolloutFromText(text), [text])
  return [rollout, (next: RolloutWish) => setText(rolloutToText(next))] as const
}
