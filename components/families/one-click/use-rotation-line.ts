'use client'

import { useTranslations } from 'use-intl'
import { type Effect, isUpdateStep, type Plan } from '@/lib/plan/plan'

/** How many services are named before the rest is only counted. */
const named = 3

/** A rotation in a line: "Restarts 2 services, one after the other: shop_api (3 tasks, start-first), shop_web (…)." */
export function useRotationLine(): (plan: Plan) => string {
  const t = useTranslations('oneClick.line')
  const serviceText = (service: string, effect: Effect) => {
    if (effect.kind !== 'restart') return t('still', { service })
    return t('service', { service, tasks: effect.tasks, order: effect.order })
  }
  return ({ steps, rollout }) => {
    const updates = steps.filter(isUpdateStep)
    const services = new Map(updates.map((step) => [step.serviceName, serviceText(step.serviceName, step.effect)]))
    const texts = [...services.values()]
    const shown = texts.length <= named + 1 ? texts : texts.slice(0, named)
    const list = [...shown, ...(texts.length > shown.length ? [t('more', { count: texts.length - shown.length })] : [])]
    const atOnce = rollout?.atOnce ?? 1
    const restarts = t('restarts', { count: texts.length, services: list.join(', '), atOnce })
    const stops = steps.some((step) => step.action === 'hold' && step.reason === 'after_canary')
    return stops ? `${restarts} ${t('canary')}` : restarts
  }
}
