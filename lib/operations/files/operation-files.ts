import 'server-only'
import type { OperationFile } from '@/lib/contract/stack-files'
import { movedByStack } from '@/lib/deploy/naming/moved'
import { live } from '@/lib/live/live'
import { findOperationView } from '@/lib/operations/record/find-view'
import { movedSteps } from '@/lib/operations/stacks/moved-steps'
import { listRevisions } from '@/lib/store/revisions'
import { stackNamesBehind } from './stack-patch'

/** What became of the files of the stacks whose services an operation has moved to another version. */
export async function operationFiles(operationId: string): Promise<OperationFile[]> {
  const { steps, swarmId } = await findOperationView(operationId)
  return Promise.all(
    [...movedByStack(movedSteps(steps, live().snapshot()))].map(async ([stack, moved]) => {
      const revisions = await listRevisions(swarmId, stack)
      const revision = revisions.find((row) => row.operationId === operationId)?.number ?? null
      const behind = await stackNamesBehind(stack)
      return {
        stack,
        revision,
        behind: behind.filter(({ kind, to }) => moved.some((o) => o.kind === kind && o.to === to)),
      }
    }),
  )
}
