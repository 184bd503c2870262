'use client'

import { useState } from 'react'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { useAnswer } from '@/lib/browser/use-answer'
import type { PlannedRotation, StartedRotation } from '@/lib/contract/policies'
import { api } from '@/lib/paths/api'
import { base64FromBytes, bytesFromText } from '@/lib/rotation/content/text-bytes'
import { type ReadyRotation, readyRotation } from './ready'
import { useGeneratedValues } from './use-generated-values'

/** Plans the rotations of these secrets, begins those that can begin, and tells what became of each. */
export function useRotations(wanted: readonly string[], onStarted: () => void) {
  const [names, setNames] = useState(wanted)
  const [started, setStarted] = useState<readonly StartedRotation[] | null>(null)
  const values = useGeneratedValues()
  const planned = useAnswer<PlannedRotation[]>(started ? null : api.rotationsPlan(), { names }, 0)
  const ready = (planned.answer ?? []).flatMap((each) => readyRotation(each) ?? [])

  const start = useAction(async () => {
    const items = ready.map((each) => itemOf(each, values.readValue(each.name, each.recipe)))
    const answer = await callApi<StartedRotation[]>('POST', api.rotations(), { items })
    values.forget()
    setStarted(answer)
    onStarted()
  })
  return {
    planned: planned.answer ?? [],
    pending: planned.pending,
    error: planned.error ?? start.error,
    ready,
    started,
    readValue: ({ name, recipe }: ReadyRotation) => values.readValue(name, recipe),
    start,
    /** Another try for those that could not begin. */
    planAgain: (failed: readonly string[]) => {
      setNames(failed)
      setStarted(null)
    },
  }
}

function itemOf({ name, successor, digest }: ReadyRotation, value: string) {
  return { name, successor, planDigest: digest, valueBase64: base64FromBytes(bytesFromText(value, false)) }
}
