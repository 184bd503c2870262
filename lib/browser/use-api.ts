'use client'

import useSWR from 'swr'
import { callApi } from './call-api'

/**
 * What a GET route answers, for what is no topic of the stream. `reload` asks again, after a change of ours. Nothing is
 * asked while `path` is null, because what it depends on is not known yet. Another `version` asks again too: it stands
 * for what the answer depends on; the old answer stays until the new one is there.
 */
export function useApi<T>(path: string | null, initial?: T, version = '') {
  const { data, error, mutate } = useSWR<T, unknown>(
    path === null ? null : [path, version],
    ([asked]: [string, string]) => callApi<T>('GET', asked),
    { fallbackData: initial, revalidateOnMount: initial === undefined, keepPreviousData: true },
  )
  return { data: data ?? null, error: error ?? null, reload: () => mutate() }
}
