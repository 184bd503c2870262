'use client'

import { useApi } from '@/lib/browser/use-api'
import { useLive } from '@/lib/browser/use-live'
import type { Drift } from '@/lib/contract/deploy'
import { api } from '@/lib/paths/api'

/** How a stack stands to its last revision. Asked for again whenever a service of the stack has changed. */
export function useDrift(stack: string) {
  const { view } = useLive(`stack:${stack}`, null)
  const services = view?.document?.services ?? []
  const state = view?.document?.row.drift ?? ''
  const version = [state, ...services.map(({ name, updatedAt }) => `${name} ${updatedAt}`)].join(' ')
  const { data, error, reload } = useApi<Drift>(api.drift(stack), undefined, version)
  return { drift: data, error, reload: () => void reload() }
}
