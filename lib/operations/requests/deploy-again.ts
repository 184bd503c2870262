import 'server-only'
import type { DeployAgain, OperationView } from '@/lib/contract/operations'
import type { UndoneOperation } from '@/lib/deploy/deploy-context'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { findOperationView } from '@/lib/operations/record/find-view'
import { findRevisionOf, listRevisions } from '@/lib/store/revisions'

/** The revision that brings back what a removal, or an undo of a deployment, has taken away. */
export async function deployAgainOf(operationId: string): Promise<DeployAgain> {
  const operation = await findOperationView(operationId)
  const { title, undoes } = operation
  if (title.code === 'undo-deploy-stack') {
    const undone = undoes === null ? null : await findRevisionOf(undoes)
    return undone ? { stack: undone.row.stack, number: undone.row.number } : { reason: 'no_revision' }
  }
  return lastBefore(operation)
}

/** What was deployed after the removal is not to be lost. */
async function lastBefore({ title, createdAt }: OperationView): Promise<DeployAgain> {
  const stack = String(title.params.stack)
  const revisions = await listRevisions(live().snapshot().swarmId, stack)
  if (revisions.some((revision) => revision.createdAt > createdAt)) return { reason: 'deployed_since' }
  const last = revisions.find(({ result }) => result === 'converged' || result === 'recorded') ?? revisions[0]
  return last ? { stack, number: last.number } : { reason: 'no_revision' }
}

/** The operation that deploying this revision takes back, as its plan names it. */
export async function requireUndone(operationId: string, stack: string, number: number): Promise<UndoneOperation> {
  const operation = await findOperationView(operationId)
  const again = await deployAgainOf(operationId)
  const isOffered = operation.choices.includes('deploy_again') && 'number' in again
  if (!isOffered || again.stack !== stack || again.number !== number)
    throw new AppError('not_undoable', { reason: 'reason' in again ? again.reason : 'undone_before' })
  return { id: operationId, isRemoval: operation.title.code === 'remove-stack' }
}
