import 'server-only'
import { findOperationView } from '@/lib/operations/record/find-view'
import { planWayBack } from '@/lib/operations/way-back'
import type { Plan } from '@/lib/plan/plan'

/** The way back from an operation, as the swarm is now. */
export async function undoOf(operationId: string): Promise<Plan> {
  return planWayBack(await findOperationView(operationId))
}
