'use client'

import { useTranslations } from 'use-intl'
import type { Effect } from '@/lib/plan/plan'
import { useDuration } from './use-duration'

type Restart = Extract<Effect, { kind: 'restart' }>

/** Says what a step does to the tasks of its service: "restarts 3 tasks one at a time, stop-first, 2 of 3 keep running …". */
export function useEffectText(): (effect: Effect) => string {
  const t = useTranslations('plan.effect')
  const duration = useDuration()
  return (effect) => {
    if (effect.kind === 'none') return t('none')
    if (effect.kind !== 'restart') return t(effect.kind, { tasks: effect.tasks })
    const pace = paceOf(effect)
    return t('restart', {
      tasks: effect.tasks,
      pace,
      parallelism: effect.parallelism,
      // Between batches, so not where there is but one.
      delay: effect.delayMs > 0 && (pace === 'each' || pace === 'many') ? duration(effect.delayMs) : 'none',
      order: effect.order,
      running: runningOf(effect),
      lowest: effect.lowestRunning,
      monitor: duration(effect.monitorMs),
      failure: effect.failureAction,
    })
  }
}

function paceOf({ tasks, parallelism }: Restart): 'single' | 'all' | 'each' | 'many' {
  if (tasks === 1) return 'single'
  if (parallelism === 0 || parallelism >= tasks) return 'all'
  return parallelism === 1 ? 'each' : 'many'
}

function runningOf({ tasks, lowestRunning }: Restart): 'all' | 'none' | 'some' {
  if (lowestRunning >= tasks) return 'all'
  return lowestRunning === 0 ? 'none' : 'some'
}
