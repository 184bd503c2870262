import 'server-only'
import type { OperationView } from '@/lib/contract/operations'
import { planDeployUndo } from '@/lib/deploy/plan-undo'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import type { Plan } from '@/lib/plan/plan'
import { findRevisionOf } from '@/lib/store/revisions'
import { isOfStackFile, planUndo } from './plan-undo'
import { specsBefore } from './stacks/revision-content'

/** The way back from an operation, as the swarm is now: of a deployment, the whole stack's. */
export async function planWayBack(operation: OperationView): Promise<Plan> {
  if (!isOfStackFile(operation.title.code)) return planUndo(live().snapshot(), operation)
  const revision = await findRevisionOf(operation.id)
  if (!revision) throw new AppError('not_undoable', { title: operation.title.code })
  const before = { revisionId: revision.row.id, services: specsBefore(revision) }
  return planDeployUndo(live().snapshot(), operation, before)
}
