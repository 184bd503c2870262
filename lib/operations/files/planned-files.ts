import 'server-only'
import type { DeployPlanRequest } from '@/lib/contract/deploy'
import type { ChangedFile, Moved, PlannedMove, StackFileChange } from '@/lib/contract/stack-files'
import { filesAfterAside } from '@/lib/converter/converter'
import { liveServices } from '@/lib/deploy/live-services'
import { changedLines } from '@/lib/deploy/naming/changed-lines'
import type { FilesAfter } from '@/lib/deploy/naming/files-after'
import { movedByStack } from '@/lib/deploy/naming/moved'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { apiVersion } from '@/lib/operations/requests/plan-stack'
import { ownConfigs, rebuilt } from '@/lib/operations/stacks/rebuilt-files'
import { contentOf } from '@/lib/operations/stacks/revision-content'
import type { Plan } from '@/lib/plan/plan'
import { findStandingBefore, findStandingRevision } from '@/lib/store/revisions'

/** The answer of a `…/plan` call that points services at another version: with what their stacks' files will say. */
export async function plannedMove(plan: Plan): Promise<PlannedMove> {
  const stacks = [...movedByStack(plan.steps)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const stackFiles = await Promise.all(stacks.map(([stack, moved]) => stackFileChange(plan, stack, moved)))
  return { ...plannedChange(plan), stackFiles }
}

async function stackFileChange({ undoes }: Plan, stack: string, moved: readonly Moved[]): Promise<StackFileChange> {
  const snapshot = live().snapshot()
  const newest = await findStandingRevision(snapshot.swarmId, stack)
  const isTakenBack = newest !== null && undoes !== null && newest.row.operationId === undoes
  // Counts again once the operation is taken back that made the newest; see recordNames.
  const before = isTakenBack ? await findStandingBefore(snapshot.swarmId, newest) : null
  const revision = before ?? newest
  const files = revision ? contentOf(revision) : rebuiltForPreview(stack)
  const after = await filesAfterAside({
    stack: { ...files, stack, apiVersion: apiVersion() },
    services: liveServices(snapshot, stack),
    moved,
    // Only names are shown.
    contents: new Map(),
  })
  const keeper = revision ? 'revision' : 'elsewhere'
  const change: StackFileChange = { stack, keeper, files: [], comesBack: null, problem: null }
  if (after && 'problem' in after) return { ...change, problem: { code: after.problem, params: { name: after.name } } }
  if (after) return { ...change, files: changedFiles(after) }
  return { ...change, comesBack: before?.row.number ?? null }
}

type Files = Pick<DeployPlanRequest, 'files' | 'composeFiles' | 'variables'>

/** While somebody types, the engine is not asked for contents: that a config is made from a file is enough. */
function rebuiltForPreview(stack: string): Files {
  const snapshot = live().snapshot()
  const standIns = ownConfigs(snapshot, stack).map(({ ID }): [string, Uint8Array] => [ID, new Uint8Array(1)])
  return { ...rebuilt(snapshot, stack, new Map(standIns)), variables: {} }
}

function changedFiles({ before, naming }: FilesAfter): ChangedFile[] {
  const compose = before.loaded.files.map(({ source }): ChangedFile => {
    return { name: source.name, lines: changedLines(source, naming.edits, naming.masked), becomes: null }
  })
  const contents = naming.contents.map(({ file, of }): ChangedFile => ({ name: file, lines: [], becomes: of }))
  return [...compose.filter(({ lines }) => lines.length > 0), ...contents]
}
