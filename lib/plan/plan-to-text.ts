import type { Params } from '@/lib/errors/app-error'
import { sidesOf } from './intent'
import { type Effect, isUpdateStep, type Plan, type Step, type UpdateStep } from './plan'

/** A plan in English, one line for the title, each step and each note. For tests and logs; the screen has its messages. */
export function planToText({ title, steps, notes }: Plan): string {
  return [
    `${title.code}${paramsToText(title.params)}`,
    ...steps.map((step) => `- ${stepToText(step)}`),
    ...notes.map((note) => `! ${note.code}${paramsToText(note.params ?? {})}`),
  ].join('\n')
}

export function stepToText(step: Step): string {
  if (isUpdateStep(step))
    return `${step.action} ${step.serviceName}${changeToText(step)} (${effectToText(step.effect)})`
  switch (step.action) {
    case 'remove-object':
      return `remove-${step.kind} ${step.name}`
    case 'relabel-object':
      return `relabel-${step.kind} ${step.name}`
    case 'set-labels':
      return `set-labels ${step.kind} ${step.name}${paramsToText(step.labels)}`
    case 'hold':
      return `hold ${step.reason}`
    case 'init-swarm':
      return `init-swarm ${step.advertiseAddress}`
    case 'create-network':
      return `create-network ${step.name} (${step.driver})`
    case 'remove-network':
      return `remove-network ${step.name}`
    case 'create-service':
    case 'remove-service':
      return `${step.action} ${step.serviceName} (${effectToText(step.effect)})`
    case 'replace-spec':
      return `replace-spec ${step.serviceName}: ${step.changes.map(({ path }) => path).join(', ')} (${effectToText(step.effect)})`
    default:
      return `${step.action} ${step.name}${step.replaces ? ` (replaces ${step.replaces})` : ''}${paramsToText(step.labels)}`
  }
}

function changeToText(step: UpdateStep): string {
  if (step.action === 'set-replicas') return ` ${step.from} → ${step.to}`
  if (step.action === 'move-variable') {
    const names = [step.variable, `${step.fileVariable} of secret ${step.secret.name}`]
    return `: ${(step.isBack ? names.toReversed() : names).join(' → ')}`
  }
  const { from, to } = sidesOf(step)
  return from.kind === to.kind
    ? `: ${from.kind} ${from.name} → ${to.name}`
    : `: ${from.kind} ${from.name} → ${to.kind} ${to.name}`
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
