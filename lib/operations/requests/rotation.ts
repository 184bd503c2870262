import 'server-only'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { live } from '@/lib/live/live'
import { knownPolicy } from '@/lib/operations/policies/known-policies'
import { sha256 } from '@/lib/plan/digest'
import type { Plan } from '@/lib/plan/plan'
import { familyOf, versionsOf } from '@/lib/rotation/family'
import { planConfigRotation, planSecretRotation } from '@/lib/rotation/plan-rotation'
import type { RolloutWish } from '@/lib/rotation/rollout/rollout'
import { requireFreeName, successorName } from '@/lib/rotation/successor-name'
import type { Config, Secret } from '@/lib/swarm/engine-types'

type Wish = { name?: string; serviceIds?: readonly string[]; rollout?: RolloutWish }

/** The plan of a rotation as it was asked for; without a name it proposes one. */
export function configRotation(config: Config, { contentBase64, ...wish }: Wish & { contentBase64: Buffer }): Plan {
  const contentSha256 = sha256(contentBase64)
  const name = nameFor('config', config, { wished: wish.name, contentSha256 })
  const snapshot = live().snapshot()
  return planConfigRotation(snapshot, {
    ...wish,
    name,
    configId: config.ID,
    contentSha256,
    sizeBytes: contentBase64.length,
  })
}

/** As for a config, but nothing about the value is known here. */
export function secretRotation(secret: Secret, wish: Wish): Plan {
  const name = nameFor('secret', secret, { wished: wish.name, contentSha256: null })
  const { serviceIds, rollout } = wish
  return planSecretRotation(live().snapshot(), { serviceIds, rollout, name, secretId: secret.ID })
}

type Hints = { wished: string | undefined; contentSha256: string | null }

function nameFor(kind: DataObjectKind, object: Config | Secret, { wished, contentSha256 }: Hints): string {
  const objects: readonly (Config | Secret)[] = [...live().snapshot()[kind].values()]
  const taken = objects.map(({ Spec }) => Spec.Name)
  if (wished) {
    requireFreeName(kind, wished, taken)
    return wished
  }
  const family = familyOf(object.Spec)
  const versions = versionsOf(objects, family).map(({ Spec }) => Spec.Name)
  const naming = knownPolicy({ swarmId: live().stamp().swarmId, kind, family })?.naming
  return successorName({ versions, taken, contentSha256, now: new Date(), naming })
}
