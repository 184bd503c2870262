import 'server-only'
import type { Moved } from '@/lib/contract/stack-files'
import { liveServices } from '@/lib/deploy/live-services'
import { filesAfter } from '@/lib/deploy/naming/files-after'
import { movedByStack } from '@/lib/deploy/naming/moved'
import { live } from '@/lib/live/live'
import { log } from '@/lib/log'
import type { OperationRun } from '@/lib/operations/record/operation-run'
import { apiVersion } from '@/lib/operations/requests/plan-stack'
import type { PlanCode } from '@/lib/plan/plan'
import { newId } from '@/lib/store/new-id'
import { type FoundRevision, findStandingRevision, insertRevision, listRevisions } from '@/lib/store/revisions'
import type { Trx } from '@/lib/store/store'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { awaitMovedContents } from './moved-contents'
import { movedSteps } from './moved-steps'
import { contentOf } from './revision-content'
import { revisionDraft } from './revision-draft'

/** What has to be known before the revisions are written, since nothing can be asked while that is done. */
export type NamedVersions = {
  byStack: ReadonlyMap<string, readonly Moved[]>
  contents: ReadonlyMap<string, Uint8Array>
  snapshot: Snapshot
}

/** What became of a stack's files: the number of the new revision, or why there is none. */
export type NamedStack = { stack: string; revision?: number; problem?: string }

/** Null for an operation that has moved no reference of a stack's services. */
export async function readNamedVersions(run: OperationRun): Promise<NamedVersions | null> {
  const byStack = movedByStack(movedSteps(run.steps, live().snapshot()))
  if (byStack.size === 0) return null
  return {
    byStack,
    contents: await awaitMovedContents([...byStack.values()].flat(), run.signal),
    snapshot: live().snapshot(),
  }
}

/**
 * Gives each stack that has a revision a new one, whose files name the versions that its services use now. Through the
 * transaction that ends the operation: they are written with its end or not at all, and never twice.
 */
export async function recordNames(trx: Trx, run: OperationRun, versions: NamedVersions): Promise<NamedStack[]> {
  const named: NamedStack[] = []
  for (const [stack, moved] of versions.byStack) {
    const { swarmId } = run.operation
    const base = await findStandingRevision(swarmId, stack, trx)
    if (!base) continue
    const draft = draftOf(run, base, { ...versions, moved })
    if (draft && 'problem' in draft) named.push({ stack, problem: draft.problem })
    else if (draft) named.push({ stack, revision: await insert(trx, run, draft) })
    else if (await isCovered(trx, run, base)) named.push({ stack, revision: await insert(trx, run, copyOf(run, base)) })
  }
  return named
}

/** Whether what was written down by the operation that is taken back stands above the revision that counts again. */
async function isCovered(trx: Trx, run: OperationRun, base: FoundRevision): Promise<boolean> {
  const [newest] = await listRevisions(run.operation.swarmId, base.row.stack, trx)
  return newest !== undefined && newest.number > base.row.number && newest.operationId === run.operation.undoes
}

type Change = Pick<NamedVersions, 'contents' | 'snapshot'> & { moved: readonly Moved[] }
type Draft = ReturnType<typeof revisionDraft>

function draftOf(run: OperationRun, base: FoundRevision, { contents, snapshot, moved }: Change) {
  const { stack } = base.row
  try {
    const { resolved, ...request } = contentOf(base)
    const after = filesAfter({
      stack: { ...request, stack, apiVersion: apiVersion() },
      services: liveServices(snapshot, stack),
      moved,
      contents,
    })
    if (!after || 'problem' in after) return after
    const made = { converted: after.converted, resolved, snapshot: null }
    const wish = { stack, kind: 'rotate', reason: reasonOf(run), restores: null } as const
    return revisionDraft({ ...wish, ...made, request: { ...request, files: after.files } })
  } catch (error) {
    // The operation has done its work in the swarm; a file that cannot be read must not keep it from ending.
    log().error({ err: error, operationId: run.id, stack }, 'the files of a stack could not be brought up to date')
    return { problem: 'unexpected' }
  }
}

/** The files as they were before, down to the last character. */
function copyOf(run: OperationRun, { row, content }: FoundRevision): Draft {
  const { stack, number, summary } = row
  return {
    ...{ stack, kind: 'rotate', reason: reasonOf(run), restores: number },
    ...{ summary, content: content(), specsBefore: null },
  }
}

function insert(trx: Trx, { id, operation }: OperationRun, draft: Draft): Promise<number> {
  const { swarmId, actorId, actorName } = operation
  const actor = { id: actorId, name: actorName }
  return insertRevision(trx, { ...draft, id: newId(), swarmId, actor, result: 'converged', operationId: id })
}

const deeds: Partial<Record<PlanCode, string>> = {
  'move-to-secret': 'move to a secret of',
  'move-variable': 'move to a secret of',
  'undo-move-to-secret': 'undo of the move to a secret of',
  'undo-move-variable': 'undo of the move to a secret of',
  'restore-config': 'restoration of',
  'restore-secret': 'restoration of',
  'undo-rotate-config': 'undo of the rotation of',
  'undo-rotate-secret': 'undo of the rotation of',
  'undo-restore-config': 'undo of the restoration of',
  'undo-restore-secret': 'undo of the restoration of',
}

/** As a person would have written it, who is asked for a reason with every other revision. */
function reasonOf({ plan: { title } }: OperationRun): string {
  const { name, variable } = title.params
  return `${deeds[title.code] ?? 'rotation of'} ${String(name ?? variable)}`
}
