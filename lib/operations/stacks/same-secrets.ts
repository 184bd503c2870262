import 'server-only'
import { engine } from '@/lib/engine/engine'
import type { Plan } from '@/lib/plan/plan'
import { type Actor, type AuditEntry, appendAudit } from '@/lib/store/audit'
import { transact } from '@/lib/store/store'
import type { Secret } from '@/lib/swarm/engine-types'
import { findSecret } from '@/lib/swarm/find'
import type { Snapshot } from '@/lib/swarm/snapshot'

type Wish = { plan: Plan; values: ReadonlyMap<string, Buffer>; snapshot: Snapshot; user: Actor }

/**
 * Throws AppError `content_differs` when a value was sent for a secret that exists and holds another. Only the engine can
 * compare them: it is asked to give the secret the labels that it has, together with the value, which changes nothing.
 * The CLI does the same, but in the middle of a deployment.
 */
export async function requireSameSecrets({ plan, values, snapshot, user }: Wish): Promise<void> {
  const touched = new Set(plan.steps.flatMap((step) => ('name' in step ? [step.name] : [])))
  const known = [...values].flatMap(([name, data]) => {
    const secret = touched.has(name) ? null : findSecret(snapshot, name)
    return secret ? [{ secret, data }] : []
  })
  if (known.length === 0) return
  const names = known.map(({ secret }) => secret.Spec.Name)
  await transact((trx) => appendAudit(trx, intentToCompare(plan, user, names)))
  await Promise.all(known.map(({ secret, data }) => requireSame(secret, data)))
}

function intentToCompare({ title, swarmId }: Plan, actor: Actor, comparedSecrets: string[]): AuditEntry {
  const object = `stack ${String(title.params.stack)}`
  return { actor, action: 'stack.deploy', object, swarmId, result: 'intent', detail: { comparedSecrets } }
}

async function requireSame({ ID }: Secret, data: Buffer): Promise<void> {
  // As it is now: its labels may have changed a moment ago.
  const { Version, Spec } = await engine().inspectSecret(ID)
  const labels = { ...Spec.Labels }
  await engine().relabelSecret({ id: ID, versionIndex: Version.Index, name: Spec.Name, labels, data })
}
