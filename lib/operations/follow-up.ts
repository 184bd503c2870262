import 'server-only'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { isAppError } from '@/lib/errors/app-error'
import { log } from '@/lib/log'
import { familyLabel } from '@/lib/rotation/family'
import { newId } from '@/lib/store/new-id'
import type { OperationRun } from './record/operation-run'
import { type Prepared, prepareOperation } from './record/record-operation'
import { cleanUp } from './requests/clean-up'

/**
 * What follows a rotation by itself, where its plan says how many versions to keep: an operation that removes those beyond
 * them that nothing needs. It is planned on the swarm as the rotation leaves it, and a failure of it is not the rotation's.
 */
export async function followUp(run: OperationRun): Promise<Prepared | null> {
  const made = madeVersion(run)
  const keep = run.plan.rollout?.keepVersions ?? null
  if (!made || keep === null) return null
  try {
    const { plan } = await cleanUp({ kinds: [made.kind], families: [made.family], keep })
    if (plan.steps.length === 0) return null
    const { actorId, actorName } = run.operation
    return prepareOperation({ id: newId(), plan, actor: { id: actorId, name: actorName }, contents: new Map() })
  } catch (error) {
    if (!isAppError(error)) throw error
    log().warn({ operationId: run.id, code: error.code }, 'old versions stay until the next rotation')
    return null
  }
}

function madeVersion({ plan, steps }: OperationRun): { kind: DataObjectKind; family: string } | null {
  if (plan.title.code !== 'rotate-config' && plan.title.code !== 'rotate-secret') return null
  for (const { step, memo } of steps) {
    if (step.action !== 'create-config' && step.action !== 'create-secret') continue
    const family = step.labels[familyLabel]
    const kind = step.action === 'create-config' ? 'config' : 'secret'
    if (family && memo.objectId) return { kind, family }
  }
  return null
}
