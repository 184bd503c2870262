'use client'

import useSWR from 'swr'
import { callApi } from './call-api'

/** What a GET route answers, for what is no topic of the stream. `reload` asks again, after a change of ours. */
export function useApi<T>(path: string, initial?: T) {
  const { data, error, mutate } = useSWR<T, unknown>(path, () => callApi<T>('GET', path), {
    fallbackData: initial,
    revalidateOnMount: initial === undefined,
  })
  return { data: data ?? null, error: error ?? null, reload: () => mutate() }
}
