import 'server-only'
import type { OperationView } from '@/lib/contract/operations'
import { planFieldUndo } from '@/lib/deploy/drift/plan-field-undo'
import { planDeployUndo } from '@/lib/deploy/plan-undo'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import type { Plan } from '@/lib/plan/plan'
import { findRevisionOf } from '@/lib/store/revisions'
import { isOfStackFile, planUndo, replacesSpec } from './plan-undo'
import { specsOfOperation } from './stacks/operation-specs'
import { specsBefore } from './stacks/revision-content'

/** The way back from an operation, as the swarm is now: of a deployment, the whole stack's. */
export async function planWayBack(operation: OperationView): Promise<Plan> {
  const { code } = operation.title
  if (replacesSpec(code)) return planSpecUndo(operation)
  if (!isOfStackFile(code)) return planUndo(live().snapshot(), operation)
  const revision = await findRevisionOf(operation.id)
  if (!revision) throw new AppError('not_undoable', { reason: 'no_revision' })
  const bodies = { revisionId: revision.row.id, side: 'before' as const }
  return planDeployUndo(live().snapshot(), operation, { bodies, services: specsBefore(revision) })
}

async function planSpecUndo(operation: OperationView): Promise<Plan> {
  const bodies = { revisionId: null, side: 'before' as const, operationId: operation.id }
  const before = { bodies, services: await specsOfOperation(operation.id) }
  const isOfField = operation.title.params.field !== undefined
  return (isOfField ? planFieldUndo : planDeployUndo)(live().snapshot(), operation, before)
}
