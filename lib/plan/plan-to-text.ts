import type { Params } from '@/lib/errors/app-error'
import type { Effect, Plan, Step, UpdateStep } from './plan'

/** A plan in English, one line for the title, each step and each note. For tests and logs; the screen has its messages. */
export function planToText({ title, steps, notes }: Plan): string {
  return [
    `${title.code}${paramsToText(title.params)}`,
    ...steps.map((step) => `- ${stepToText(step)}`),
    ...notes.map((note) => `! ${note.code}${paramsToText(note.params ?? {})}`),
  ].join('\n')
}

export function stepToText(step: Step): string {
  if ('effect' in step) return `${step.action} ${step.serviceName}${changeToText(step)} (${effectToText(step.effect)})`
  if (step.action === 'remove-object') return `remove-${step.kind} ${step.name}`
  if (step.action === 'init-swarm') return `init-swarm ${step.advertiseAddress}`
  return `${step.action} ${step.name}${step.replaces ? ` (replaces ${step.replaces})` : ''}${paramsToText(step.labels)}`
}

function changeToText(step: UpdateStep): string {
  if (step.action === 'set-replicas') return ` ${step.from} → ${step.to}`
  return `: ${step.kind} ${step.from.name} → ${step.to.name}`
}

export function effectToText(effect: Effect): string {
  if (effect.kind === 'none') return 'no task restarts'
  if (effect.kind !== 'restart') return `${effect.kind}s ${tasks(effect.tasks)}`
  const { order, parallelism, delayMs, monitorMs, failureAction, lowestRunning, hasHealthcheck } = effect
  return [
    `restarts ${tasks(effect.tasks)}`,
    order,
    parallelism === 0 ? 'all at once' : `${parallelism} at a time`,
    ...(delayMs > 0 ? [`delay ${delayMs} ms`] : []),
    `monitor ${monitorMs} ms`,
    `${lowestRunning} running at worst`,
    `on failure ${failureAction}`,
    hasHealthcheck ? 'healthcheck' : 'no healthcheck',
  ].join(', ')
}

const tasks = (count: number) => (count === 1 ? '1 task' : `${count} tasks`)

function paramsToText(params: Params): string {
  return Object.entries(params)
    .map(([key, value]) => ` ${key}=${String(value)}`)
    .join('')
}
