import 'server-only'
import type { DeployFile, DeployPlanRequest } from '@/lib/contract/deploy'
import type { Moved, StackPatch } from '@/lib/contract/stack-files'
import { convertGivenAside, filesAfterAside } from '@/lib/converter/converter'
import { liveServices } from '@/lib/deploy/live-services'
import { namesBehind } from '@/lib/deploy/naming/names-behind'
import { snapshotBefore } from '@/lib/deploy/naming/snapshot-before'
import { unifiedPatch } from '@/lib/deploy/naming/unified-patch'
import { live } from '@/lib/live/live'
import { apiVersion } from '@/lib/operations/requests/plan-stack'
import { movedContentsOf } from '@/lib/operations/stacks/moved-contents'
import { contentsOfConfigs, rebuilt } from '@/lib/operations/stacks/rebuilt-files'
import { contentOf } from '@/lib/operations/stacks/revision-content'
import { findStandingRevision } from '@/lib/store/revisions'

type Files = Pick<DeployPlanRequest, 'files' | 'composeFiles' | 'variables'>

/** What the file of a stack does not name yet, as far as that is known. */
export async function stackNamesBehind(stack: string): Promise<Moved[]> {
  const snapshot = live().snapshot()
  const revision = await findStandingRevision(snapshot.swarmId, stack)
  const known = revision && { config: revision.row.summary.configs, secret: revision.row.summary.secrets }
  return namesBehind(snapshot, stack, known)
}

/** What has to change in the stack's file: in the one that is given, in the last revision, or in what is rebuilt. */
export async function stackPatch(stack: string, given: Files | null): Promise<StackPatch> {
  const behind = await stackNamesBehind(stack)
  if (behind.length === 0) return { ...nothing, behind }
  const { files, isRebuilt } = given ? { files: given, isRebuilt: false } : await ownFiles(stack, behind)
  const whole = await withStandIns(stack, files)
  if ('findings' in whole) return { ...nothing, behind, ...whole }
  const after = await filesAfterAside({
    stack: { ...whole, stack, apiVersion: apiVersion() },
    services: liveServices(live().snapshot(), stack),
    moved: behind,
    contents: await movedContentsOf(behind),
  })
  // A file of one's own may name it already.
  if (!after) return { ...nothing, behind: given ? [] : behind, isRebuilt }
  if ('problem' in after) {
    return { ...nothing, behind, isRebuilt, problem: { code: after.problem, params: { name: after.name } } }
  }
  const patch = unifiedPatch(files.files, after.files)
  return { ...nothing, behind, patch, contents: after.naming.contents, isRebuilt }
}

const nothing: StackPatch = { behind: [], patch: '', contents: [], isRebuilt: false, problem: null, findings: [] }

async function ownFiles(stack: string, behind: readonly Moved[]): Promise<{ files: Files; isRebuilt: boolean }> {
  const snapshot = live().snapshot()
  const revision = await findStandingRevision(snapshot.swarmId, stack)
  if (revision) return { files: contentOf(revision), isRebuilt: false }
  const contents = await contentsOfConfigs(snapshot, stack)
  const files = { ...rebuilt(snapshotBefore(snapshot, stack, behind), stack, contents), variables: {} }
  return { files, isRebuilt: true }
}

/** A person gives the Compose file alone: what it names besides does not matter for the names in it. */
async function withStandIns(stack: string, files: Files): Promise<Files | Pick<StackPatch, 'findings' | 'problem'>> {
  const wish = { ...files, stack, apiVersion: apiVersion() }
  const { wantedFiles, secretFiles } = (await convertGivenAside(wish)).given
  const names = new Set(files.files.map(({ name }) => name))
  const missing = [...wantedFiles, ...secretFiles].filter((name) => !names.has(name))
  const standIns = missing.map((name): DeployFile => ({ name, sizeBytes: 1, dataBase64: 'Cg==' }))
  const whole = { ...files, files: [...files.files, ...standIns] }
  const { result } = (await convertGivenAside({ ...wish, ...whole })).given
  if (!('refused' in result)) return whole
  return { findings: result.refused, problem: { code: 'not_readable', params: { name: stack } } }
}
