'use client'

import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { api } from '@/lib/paths/api'

type FieldOf = { stack: string; service: string; field: string }

/** Lets a field be (PUT), or takes that back (DELETE). */
export function useLeaveBe({ stack, service, field }: FieldOf, onDecided: () => void) {
  return useAction(async (method: 'PUT' | 'DELETE') => {
    await callApi(method, api.leftBe(stack), { service, field })
    onDecided()
  })
}
