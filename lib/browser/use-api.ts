'use client'

import useSWR from 'swr'
import { callApi } from './call-api'

/**
 * What a GET route answers, for what is no topic of the stream. `reload` asks again, after a change of ours. Nothing is
 * asked while `path` is null, because what it depends on is not known yet.
 */
export function useApi<T>(path: string | null, initial?: T) {
  const { data, error, mutate } = useSWR<T, unknown>(path, (asked: string) => callApi<T>('GET', asked), {
    fallbackData: initial,
    revalidateOnMount: initial === undefined,
  })
  return { data: data ?? null, error: error ?? null, reload: () => mutate() }
}
