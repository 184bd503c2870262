import 'server-only'
import type { OperationView } from '@/lib/contract/operations'
import { AppError } from '@/lib/errors/app-error'
import { findOperation, findUndoOf } from '@/lib/store/operations'
import { publishOperation } from './feed'
import { operationView } from './operation-view'
import { readStepRecord } from './step-record'

/** An operation as the database has it, however old it is. */
export async function findOperationView(id: string): Promise<OperationView> {
  const stored = await findOperation(id)
  if (!stored) throw new AppError('not_found', { kind: 'operation', name: id })
  return operationView(stored.operation, stored.steps.map(readStepRecord), await findUndoOf(id))
}

/** Shows an operation anew that was changed in the database, not by a run. */
export async function publishStored(id: string): Promise<void> {
  const stored = await findOperation(id)
  if (stored) publishOperation(stored.operation, stored.steps.map(readStepRecord))
}
