import 'server-only'
import type { ProblemView } from '@/lib/contract/operations'
import type { PlannedRotation, PolicyView, StartedRotation } from '@/lib/contract/policies'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { assertApproved, plannedChange } from '@/lib/operations/approval'
import { runOperation, type Who } from '@/lib/operations/run'
import type { Plan, Rollout } from '@/lib/plan/plan'
import { defaultPolicy } from '@/lib/rotation/policy'
import { findSecret } from '@/lib/swarm/find'
import { policyOf } from './policies'
import { secretRotation } from './rotation'

/** The plans of several rotations by the policies of their families; how values are made is told by the policies. */
export function planRotations(names: readonly string[]): Promise<PlannedRotation[]> {
  return Promise.all([...new Set(names)].map(planRotation))
}

/** What keeps one of them from being rotated does not keep the others. */
async function planRotation(name: string): Promise<PlannedRotation> {
  try {
    const { plan, policy } = await rotationByPolicy(name)
    return { name, policy, ...plannedChange(plan), problem: null }
  } catch (error) {
    return { name, policy: null, plan: null, digest: null, problem: problemOf(error) }
  }
}

type Item = { name: string; successor: string; planDigest: string; valueBase64: Buffer }

/** Begins them all; one that cannot begin keeps none of the others from it. */
export async function startRotations(items: readonly Item[], user: Who): Promise<StartedRotation[]> {
  const started: StartedRotation[] = []
  for (const { name, successor, planDigest, valueBase64 } of items) {
    try {
      const { plan } = await rotationByPolicy(name, { successor })
      assertApproved(plan, planDigest)
      const { id } = await runOperation(plan, user, { secretValues: new Map([[successor, valueBase64]]) })
      started.push({ name, operationId: id, problem: null })
    } catch (error) {
      valueBase64.fill(0)
      started.push({ name, operationId: null, problem: problemOf(error) })
    }
  }
  return started
}

function problemOf(error: unknown): ProblemView {
  if (!isAppError(error)) throw error
  return { code: error.code, params: error.params }
}

type ByPolicy = { successor?: string; onFailure?: Rollout['onFailure'] }

/** As the policy of its family says, but for what is asked for besides. */
export async function rotationByPolicy(
  name: string,
  { successor, onFailure }: ByPolicy = {},
): Promise<{ plan: Plan; policy: PolicyView | null }> {
  const secret = findSecret(live().snapshot(), name)
  if (!secret) throw new AppError('not_found', { kind: 'secret', name })
  const policy = await policyOf('secret', secret)
  const { rollout } = policy ?? defaultPolicy
  const wish = { ...rollout, holdBefore: false, onFailure: onFailure ?? rollout.onFailure }
  return { plan: secretRotation(secret, { name: successor, rollout: wish }), policy }
}
