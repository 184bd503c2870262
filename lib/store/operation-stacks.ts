import 'server-only'
import type { Plan, Step } from '@/lib/plan/plan'
import { store } from './store'

/** The stacks whose services an operation touches; null when there is no such operation. */
export async function findOperationStacks(operationId: string): Promise<string[] | null> {
  const row = await store().selectFrom('operations').select('plan').where('id', '=', operationId).executeTakeFirst()
  if (!row) return null
  const plan: Plan = JSON.parse(row.plan)
  return [...new Set(plan.steps.flatMap(stacksOf))]
}

function stacksOf(step: Step): string[] {
  return 'stack' in step && step.stack !== null ? [step.stack] : []
}
