'use client'

import useSWR from 'swr'
import { callApi } from '@/lib/browser/call-api'
import type { ConfigContent } from '@/lib/contract/data-objects'
import { api } from '@/lib/paths/api'

/** The present content, asked for when somebody begins to change it: the watcher keeps no bodies. */
export function useConfigContent(name: string) {
  const { data, error, mutate } = useSWR<ConfigContent, unknown>(
    api.configContent(name),
    (path: string) => callApi<ConfigContent>('GET', path),
    // A config's content cannot change. Each reading is recorded, so none is made in passing.
    { revalidateOnFocus: false, revalidateOnReconnect: false, shouldRetryOnError: false },
  )
  return { content: data ?? null, error, tryAgain: () => void mutate() }
}
