import type { Action } from '@/lib/contract/actions'
import type { Plan, PlanCode } from '@/lib/plan/plan'
import { stepToText } from '@/lib/plan/plan-to-text'
import type { Actor, AuditEntry } from '@/lib/store/audit'

const actionOf: Record<PlanCode, Action> = {
  'scale-service': 'service.scale',
  'rotate-config': 'config.rotate',
  'rotate-secret': 'secret.rotate',
  'remove-config': 'config.remove',
  'remove-secret': 'secret.remove',
  'init-swarm': 'swarm.init',
  'undo-scale-service': 'operation.undo',
  'undo-rotate-config': 'operation.undo',
  'undo-rotate-secret': 'operation.undo',
  'restore-config': 'config.rotate',
  'restore-secret': 'secret.rotate',
  'undo-restore-config': 'operation.undo',
  'undo-restore-secret': 'operation.undo',
  'move-to-secret': 'secret.create',
  'undo-move-to-secret': 'operation.undo',
  'move-variable': 'secret.create',
  'undo-move-variable': 'operation.undo',
  'clean-up': 'config.remove',
  'create-config': 'config.create',
  'create-secret': 'secret.create',
  'create-network': 'network.create',
  'confirm-family': 'config.rotate',
  'undo-confirm-family': 'operation.undo',
  'deploy-stack': 'stack.deploy',
  'roll-back-stack': 'stack.deploy',
  'roll-back-service': 'stack.deploy',
  'undo-roll-back-service': 'operation.undo',
  'put-back-field': 'stack.deploy',
  'undo-put-back-field': 'operation.undo',
  'remove-stack': 'stack.remove',
  'undo-deploy-stack': 'operation.undo',
  'undo-remove-stack': 'operation.undo',
}

/** The row that is written before anything is done: who wants what. A plan holds no value of a secret, nor does this. */
export function intentRow(operationId: string, plan: Plan, actor: Actor): AuditEntry {
  return {
    actor,
    action: actionOf[plan.title.code],
    object: objectOf(plan),
    result: 'intent',
    swarmId: plan.swarmId,
    operationId,
    detail: { title: plan.title.code, steps: plan.steps.map(stepToText), undoes: plan.undoes },
  }
}

/** The row of what became of it. */
export function resultRow(
  operationId: string,
  plan: Plan,
  actor: Actor,
  result: Pick<AuditEntry, 'result' | 'detail'>,
): AuditEntry {
  const { action, object, swarmId } = intentRow(operationId, plan, actor)
  return { actor, action, object, swarmId, operationId, ...result }
}

function objectOf({ title }: Plan): string {
  const kind = /service|config|secret|network|stack|field|swarm/.exec(title.code)?.[0] ?? 'swarm'
  const name = title.params.service ?? title.params.stack ?? title.params.name ?? title.params.node
  return name ? `${kind === 'field' ? 'service' : kind} ${String(name)}` : kind
}
