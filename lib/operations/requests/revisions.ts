import 'server-only'
import type {
  DeployPlanRequest,
  PlannedDeploy,
  RevisionContent,
  RevisionRow,
  StackComparison,
} from '@/lib/contract/deploy'
import type { OperationView } from '@/lib/contract/operations'
import { convertFilesAside } from '@/lib/converter/converter'
import { compareRevisions, compareWithLive, type RevisionBodies } from '@/lib/deploy/compare-revisions'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation, type Who } from '@/lib/operations/run'
import { contentOf } from '@/lib/operations/stacks/revision-content'
import { revisionDraft } from '@/lib/operations/stacks/revision-draft'
import type { FieldChange } from '@/lib/plan/plan'
import { type FoundRevision, findRevision, listRevisions } from '@/lib/store/revisions'
import { requireDeployable, requireValues } from './deploy'
import { requireUndone } from './deploy-again'
import { apiVersion, type PlannedStack, plannedValues, planStack, type StackWish } from './plan-stack'

const swarmId = () => live().snapshot().swarmId

export function revisionRows(stack: string): Promise<RevisionRow[]> {
  return listRevisions(swarmId(), stack)
}

export async function requireRevision(stack: string, number: number): Promise<FoundRevision> {
  const revision = await findRevision(swarmId(), stack, number)
  if (!revision) throw new AppError('not_found', { kind: 'revision', name: String(number) })
  return revision
}

/** Files and variables, but for the values of those that are not shown again. */
export function revisionContent(revision: FoundRevision): RevisionContent {
  const { resolved: _resolved, variables, ...content } = contentOf(revision)
  const shown = Object.entries(variables).filter(([name]) => !content.sensitiveVariables.includes(name))
  return { row: revision.row, ...content, variables: Object.fromEntries(shown) }
}

/** What bringing a revision back would do. Secrets that are not there any more are in it as ones to be created. */
export async function planRollback(stack: string, number: number, undoes?: string): Promise<PlannedDeploy> {
  return (await planned(stack, await requireRevision(stack, number), undoes)).answer
}

/** The same of one service with the values that the plan masks. Only for an endpoint that records who asked. */
export async function plannedRollbackValues(stack: string, number: number, service: string): Promise<FieldChange[]> {
  return plannedValues(rollbackWish(stack, await requireRevision(stack, number)), service)
}

export type RollbackRequest = {
  planDigest: string
  reason: string
  /** The operation that this takes back: a removal, or an undo. */
  undoes?: string
  /** In base64, of the secrets that have to be made again, by their names. */
  secretValues: ReadonlyMap<string, Buffer>
}

/** Brings a revision back as a new one. Its configs are made again from the stored files where they are missing. */
export async function rollBack(
  stack: string,
  number: number,
  { planDigest, reason, undoes, secretValues }: RollbackRequest,
  user: Who,
): Promise<OperationView> {
  const revision = await requireRevision(stack, number)
  const snapshot = live().snapshot()
  const { plan, converted, resolved } = requireDeployable(await planned(stack, revision, undoes))
  if (plan.steps.length === 0) throw new AppError('nothing_to_do', { kind: 'stack', name: stack })
  assertApproved(plan, planDigest)
  requireValues(plan, converted, secretValues)
  const request = requestOf(revision)
  const draft = { stack, kind: 'roll_back' as const, reason, restores: number, request, converted, resolved, snapshot }
  return runOperation(plan, user, { secretValues, revision: revisionDraft(draft) })
}

/** What came later goes; images are those of that time, and the numbers of replicas those of the file. */
function requestOf(revision: FoundRevision): DeployPlanRequest {
  const { resolved: _resolved, ...content } = contentOf(revision)
  return { ...content, options: { ...content.options, prune: true, replicas: {} } }
}

async function planned(stack: string, revision: FoundRevision, undoes?: string): Promise<PlannedStack> {
  const wish = rollbackWish(stack, revision)
  return planStack(undoes ? { ...wish, undoes: await requireUndone(undoes, stack, revision.row.number) } : wish)
}

function rollbackWish(stack: string, revision: FoundRevision): StackWish {
  const { resolved } = contentOf(revision)
  const wish = { stack, ...requestOf(revision) }
  return resolved ? { ...wish, restores: { number: revision.row.number, resolved } } : wish
}

/** How two revisions differ, or one and what is live. */
export async function compare(
  stack: string,
  { from, to }: { from: number; to: number | 'live' },
): Promise<StackComparison> {
  const options = { apiVersion: apiVersion() }
  const before = await bodiesOf(stack, await requireRevision(stack, from))
  if (to === 'live') return compareWithLive(before, { snapshot: live().snapshot(), stack }, options)
  return compareRevisions(before, await bodiesOf(stack, await requireRevision(stack, to)), options)
}

async function bodiesOf(stack: string, revision: FoundRevision): Promise<RevisionBodies> {
  const content = contentOf(revision)
  const converted = await convertFilesAside({ ...content, stack, apiVersion: apiVersion() })
  if ('refused' in converted) throw new AppError('not_deployable', { problems: ['file_refused'], files: [] })
  return { converted, resolved: content.resolved }
}
