import 'server-only'
import { isAppError } from '@/lib/errors/app-error'
import { decide } from '@/lib/operations/decide'
import type { Who } from '@/lib/operations/run'
import type { Plan } from '@/lib/plan/plan'
import { familyLabel } from '@/lib/rotation/family'
import { generateSecret } from '@/lib/rotation/value/generate-secret'
import type { StoredOperation } from '@/lib/store/operations'
import { findPolicy } from '@/lib/store/policies'

/**
 * A value that died with its process before the engine had it was seen by nobody, so another one made in the same way is
 * as good. Where the policy is gone, the rotation ends as it is: nothing was changed yet.
 */
export async function supplyLostValues(open: readonly StoredOperation[], scheduler: Who): Promise<void> {
  for (const operation of open) {
    if (operation.state === 'needs_decision' && codeOf(operation) === 'value_needed') await supply(operation, scheduler)
  }
}

function codeOf({ problem }: StoredOperation): unknown {
  return problem === null ? null : JSON.parse(problem).code
}

async function supply({ id, swarmId, plan: stored }: StoredOperation, scheduler: Who): Promise<void> {
  const plan: Plan = JSON.parse(stored)
  const created = plan.steps.find((step) => step.action === 'create-secret')
  const family = created && 'labels' in created ? created.labels[familyLabel] : undefined
  const policy = family ? await findPolicy({ swarmId, kind: 'secret', family }) : null
  try {
    if (!policy?.recipe) await decide(id, 'keep', scheduler)
    else await decide(id, 'supply_value', scheduler, Buffer.from(generateSecret(policy.recipe)))
  } catch (error) {
    // Another process was quicker.
    if (!isAppError(error)) throw error
  }
}
