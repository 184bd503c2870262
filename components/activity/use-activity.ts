'use client'

import useSWRInfinite from 'swr/infinite'
import { callApi } from '@/lib/browser/call-api'
import type { AuditRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'
import { type ActivityFilter, activitySearch, pageSize } from './activity-query'

/** The log as far as it was asked for, page by page, each beginning where the one before ended. */
export function useActivity(filter: ActivityFilter, initial: AuditRow[] | undefined) {
  const { data, error, size, setSize, isValidating } = useSWRInfinite<AuditRow[], unknown>(
    (_index: number, last: AuditRow[] | null) => {
      if (last && last.length < pageSize) return null
      return `${api.activity()}?${activitySearch(filter, last?.at(-1)?.sequence)}`
    },
    (path: string) => callApi<AuditRow[]>('GET', path),
    {
      fallbackData: initial && [initial],
      revalidateOnMount: !initial,
      keepPreviousData: true,
      revalidateFirstPage: false,
    },
  )
  const pages = data ?? []
  return {
    rows: pages.flat(),
    error: error ?? null,
    isLoading: isValidating && pages.length < size,
    isComplete: pages.length > 0 && (pages.at(-1)?.length ?? 0) < pageSize,
    showOlder: () => void setSize(size + 1),
  }
}
