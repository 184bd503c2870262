import 'server-only'
import type { DeployOptions, DeployPlanRequest, RevisionRow } from '@/lib/contract/deploy'
import { convertFilesAside } from '@/lib/converter/converter'
import { resolveTarget } from '@/lib/deploy/resolved'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { refreshDrift } from '@/lib/operations/stacks/drift'
import { rebuiltFiles } from '@/lib/operations/stacks/rebuilt-files'
import { revisionDraft } from '@/lib/operations/stacks/revision-draft'
import { type Actor, appendAudit } from '@/lib/store/audit'
import { newId } from '@/lib/store/new-id'
import { findRevision, insertRevision } from '@/lib/store/revisions'
import { transact } from '@/lib/store/store'
import { apiVersion } from './plan-stack'

type Files = Pick<DeployPlanRequest, 'files' | 'composeFiles' | 'variables' | 'sensitiveVariables'>

/** Nothing is asked of a registry: what runs is what was meant. */
const asItRuns: DeployOptions = { resolveImage: 'changed', prune: false, replicas: {} }

/**
 * Stores the files of a stack that was deployed elsewhere as its next revision: the original, if it is given, else what
 * can be rebuilt. Changes nothing in the swarm; how the original differs from what runs is then its drift.
 */
export async function adoptStack(
  stack: string,
  { reason, original }: { reason: string; original: Files | null },
  actor: Actor & { id: string },
): Promise<RevisionRow> {
  const snapshot = live().snapshot()
  const files: Files = original ?? { ...(await rebuiltFiles(stack)), variables: {}, sensitiveVariables: [] }
  const converted = await convertFilesAside({ ...files, stack, apiVersion: apiVersion() })
  if ('refused' in converted)
    throw new AppError('not_deployable', { problems: converted.refused.map(({ code }) => code), files: [] })
  const request = { ...files, options: asItRuns }
  const resolved = resolveTarget({ stack, converted, snapshot, options: asItRuns, images: new Map() })
  const made = { request, converted, resolved, snapshot: null }
  const draft = revisionDraft({ stack, kind: 'adopt', reason, restores: null, ...made })
  const { swarmId } = snapshot
  const number = await transact(async (trx) => {
    const owner = { id: actor.id, name: actor.name }
    const revision = { ...draft, id: newId(), swarmId, actor: owner, result: 'recorded' as const, operationId: null }
    await appendAudit(trx, { actor, action: 'stack.deploy', object: `stack ${stack}`, swarmId, result: 'done' })
    return insertRevision(trx, revision)
  })
  await refreshDrift()
  const found = await findRevision(swarmId, stack, number)
  if (!found) throw new AppError('not_found', { kind: 'revision', name: String(number) })
  return found.row
}
