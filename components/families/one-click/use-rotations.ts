'use client'

import { useState } from 'react'
import { useAnswer } from '@/lib/browser/use-answer'
import type { PlannedRotation } from '@/lib/contract/policies'
import { api } from '@/lib/paths/api'
import { type ReadyRotation, readyRotation } from './ready'
import { useGeneratedValues } from './use-generated-values'
import { useRun } from './use-run'

/** Plans the rotations of these secrets, begins those that can begin, and tells what became of each. */
export function useRotations(wanted: readonly string[], onStarted: () => void) {
  const [names, setNames] = useState(wanted)
  const values = useGeneratedValues()
  const { run, start, stop } = useRun(values)
  const planned = useAnswer<PlannedRotation[]>(run ? null : api.rotationsPlan(), { names }, 0)
  const ready = (planned.answer ?? []).flatMap((each) => readyRotation(each) ?? [])
  return {
    planned: planned.answer ?? [],
    pending: planned.pending,
    error: planned.error,
    ready,
    run,
    readValue: ({ name, recipe }: ReadyRotation) => values.readValue(name, recipe),
    start: () => {
      start(ready)
      onStarted()
    },
    /** Another try for those that could not begin. */
    planAgain: (failed: readonly string[]) => {
      setNames(failed)
      stop()
    },
  }
}
