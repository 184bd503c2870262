'use client'

import { useEffect } from 'react'
import useSWR from 'swr'
import type { Topic, ViewOf } from '@/lib/contract/topics'
import { liveHub } from './live/hub'
import { liveKey } from './live/live-store'
import { fresher } from './live/stamps'

/**
 * A topic's view, kept up to date: what the server put into the page first, then what the stream brings. Without an
 * initial view it is null until the stream has brought one.
 */
export function useLive<T extends Topic>(topic: T, initial: ViewOf<T>): { view: ViewOf<T> }
export function useLive<T extends Topic>(topic: T, initial: ViewOf<T> | null): { view: ViewOf<T> | null }
export function useLive<T extends Topic>(topic: T, initial: ViewOf<T> | null): { view: ViewOf<T> | null } {
  // Nothing is fetched: the stream fills the cache.
  const { data } = useSWR<ViewOf<T>>(liveKey(topic), null)
  useEffect(() => liveHub().show(topic), [topic])
  return { view: fresher(data ?? null, initial) }
}
