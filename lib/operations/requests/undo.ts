import 'server-only'
import { live } from '@/lib/live/live'
import { planUndo } from '@/lib/operations/plan-undo'
import { findOperationView } from '@/lib/operations/record/find-view'
import type { Plan } from '@/lib/plan/plan'

/** The way back from an operation, as the swarm is now. */
export async function undoOf(operationId: string): Promise<Plan> {
  return planUndo(live().snapshot(), await findOperationView(operationId))
}
