'use client'

import { useMemo } from 'react'
import { useLive } from '@/lib/browser/use-live'

/** Another one whenever a config or secret comes or goes, or is used by others. Null until it is known. */
export function useVersionsState(): object | null {
  const configs = useLive('configs', null).view?.rows
  const secrets = useLive('secrets', null).view?.rows
  return useMemo(() => (configs && secrets ? { configs, secrets } : null), [configs, secrets])
}
