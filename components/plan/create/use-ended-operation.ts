'use client'

import { useEffect, useRef } from 'react'
import { useLive } from '@/lib/browser/use-live'
import type { OperationView } from '@/lib/contract/operations'

/** Tells once when an operation has ended, for what goes on only then. */
export function useEndedOperation(started: OperationView | null, onEnd: (operation: OperationView) => void) {
  // Without an operation the list is what is listened to, which every page does already.
  const { view } = useLive('operations', null)
  const operation = started && (view?.rows.find(({ id }) => id === started.id) ?? started)
  const listener = useRef(onEnd)
  const told = useRef<string | null>(null)

  useEffect(() => {
    listener.current = onEnd
  })

  useEffect(() => {
    if (!operation || operation.endedAt === null || told.current === operation.id) return
    told.current = operation.id
    listener.current(operation)
  }, [operation])

  return operation
}
