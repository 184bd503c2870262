import type { Plan, Step } from '@/lib/plan/plan'
import { familyLabel, familyOf } from '@/lib/rotation/family'

/**
 * What an operation keeps others from changing while it runs: its services, the versions that it makes, removes, points
 * at or away from, and their families, so that two rotations of one config never interleave.
 */
export function lockKeysOf(plan: Plan): string[] {
  return [...new Set([...stackKeys(plan), ...plan.steps.flatMap(keysOf)])].sort()
}

/** Whatever a stack file changes, it has the stack for itself. */
function stackKeys({ title }: Plan): string[] {
  return typeof title.params.stack === 'string' ? [stackLock(title.params.stack)] : []
}

export function stackLock(stack: string): string {
  return `stack:${stack}`
}

function keysOf(step: Step): string[] {
  switch (step.action) {
    case 'set-replicas':
      return [`service:${step.serviceId}`]
    case 'replace-reference':
      return [`service:${step.serviceId}`, version(step.kind, step.from.name), version(step.kind, step.to.name)]
    case 'move-variable':
      return [`service:${step.serviceId}`, version('secret', step.secret.name)]
    case 'move-reference':
      return [`service:${step.serviceId}`, version(step.from.kind, step.from.name), version(step.to.kind, step.to.name)]
    case 'create-config':
      return keysOfNew('config', step)
    case 'create-secret':
      return keysOfNew('secret', step)
    case 'remove-object':
      return [version(step.kind, step.name), `${step.kind}-family:${familyOf({ Name: step.name })}`]
    case 'relabel-object':
      return [version(step.kind, step.name), stackLock(step.stack)]
    case 'set-labels':
      return [version(step.kind, step.name)]
    case 'hold':
      return []
    case 'create-network':
    case 'remove-network':
      return [`network:${step.name}`, ...(step.stack ? [stackLock(step.stack)] : [])]
    case 'create-service':
      return [`service-name:${step.serviceName.toLowerCase()}`, stackLock(step.stack)]
    case 'replace-spec':
    case 'remove-service':
      return [`service:${step.serviceId}`, stackLock(step.stack)]
    default:
      return ['swarm']
  }
}

type New = { name: string; replaces: string | null; labels: Record<string, string> }

function keysOfNew(kind: string, { name, replaces, labels }: New): string[] {
  return [
    version(kind, name),
    ...(replaces ? [version(kind, replaces)] : []),
    `${kind}-family:${labels[familyLabel] ?? familyOf({ Name: name })}`,
  ]
}

/** The engine holds names apart without regard to case. */
const version = (kind: string, name: string) => `${kind}:${name.toLowerCase()}`
