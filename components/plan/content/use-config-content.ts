'use client'

import useSWRImmutable from 'swr/immutable'
import { callApi } from '@/lib/browser/call-api'
import type { ConfigContent } from '@/lib/contract/data-objects'
import { api } from '@/lib/paths/api'

/** Another object may get the name one day; the content of one object never changes. */
type Named = { name: string; objectId: string }

/** A config's content, asked for when somebody looks at it: the watcher keeps no bodies. Null: nothing is asked for. */
export function useConfigContent(config: Named | null) {
  const { data, error, mutate } = useSWRImmutable<ConfigContent, unknown>(
    config && ['config-content', config.name, config.objectId],
    ([, name]: [string, string]) => callApi<ConfigContent>('GET', api.configContent(name)),
    { shouldRetryOnError: false },
  )
  return { content: data ?? null, error, tryAgain: () => void mutate() }
}
