'use client'

import { useLive } from '@/lib/browser/use-live'
import type { DataObjectKind } from '@/lib/contract/data-objects'

/** Whether a version was removed since it was looked at. Null until that is known. */
export function useIsGone(kind: DataObjectKind, name: string): boolean | null {
  const { view } = useLive<`config:${string}` | `secret:${string}`>(`${kind}:${name}`, null)
  return view && view.document === null
}
