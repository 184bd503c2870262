import type { DataObjectKind } from '@/lib/contract/data-objects'
import { AppError } from '@/lib/errors/app-error'
import type { Plan, Step } from '@/lib/plan/plan'
import type { Config, Secret } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { familyLabel, familyOf, replacesLabel } from './family'
import { certainUsers, chooseUsers, type FamilyUser, familyUsers, pointAt, withoutChosen } from './family-users'
import { type RolloutWish, rolloutOf, withHolds } from './rollout/rollout'
import { rotationNotes } from './rotation-notes'
import { requireFreeName } from './successor-name'

/**
 * `serviceIds`: the services to point at the successor, the canary first. Where it is left out: the users of the
 * predecessor, and of other versions that are surely of its family.
 */
type Wish = { name: string; serviceIds?: readonly string[]; rollout?: RolloutWish }

type ConfigWish = Wish & { configId: string; contentSha256: string; sizeBytes: number }

/** Plans the rotation of a config: a successor with the new content, then its users one after the other. */
export function planConfigRotation(snapshot: Snapshot, wish: ConfigWish): Plan {
  const config = snapshot.config.get(wish.configId)
  if (!config) throw new AppError('not_found', { kind: 'config', id: wish.configId })
  requireFreeName('config', wish.name, namesOf(snapshot.config))
  return rotation(snapshot, wish, {
    kind: 'config',
    predecessor: config,
    isSameContent: config.Content?.Sha256 === wish.contentSha256,
    create: {
      action: 'create-config',
      name: wish.name,
      replaces: config.Spec.Name,
      labels: successorLabels(config),
      templating: config.Spec.Templating?.Name ?? null,
      contentSha256: wish.contentSha256,
      sizeBytes: wish.sizeBytes,
    },
  })
}

/** Plans the rotation of a secret. The value is no part of the plan, nor is anything that is made of it. */
export function planSecretRotation(snapshot: Snapshot, wish: Wish & { secretId: string }): Plan {
  const secret = snapshot.secret.get(wish.secretId)
  if (!secret) throw new AppError('not_found', { kind: 'secret', id: wish.secretId })
  // The value of such a secret is its driver's: a successor made of bytes would be something else.
  if (secret.Spec.Driver?.Name)
    throw new AppError('invalid_input', { fields: ['secret'], reasons: ['driver_has_value'] })
  requireFreeName('secret', wish.name, namesOf(snapshot.secret))
  return rotation(snapshot, wish, {
    kind: 'secret',
    predecessor: secret,
    isSameContent: false,
    create: {
      action: 'create-secret',
      name: wish.name,
      replaces: secret.Spec.Name,
      labels: successorLabels(secret),
      templating: secret.Spec.Templating?.Name ?? null,
    },
  })
}

type Rotation = { kind: DataObjectKind; predecessor: Config | Secret; isSameContent: boolean; create: Step }

/**
 * Configs and secrets are immutable, so rotating means making a successor and pointing its users at it. The predecessor
 * stays: a rollback, the engine's or ours, needs it.
 */
function rotation(snapshot: Snapshot, wish: Wish, { kind, predecessor, isSameContent, create }: Rotation): Plan {
  const { Name } = predecessor.Spec
  const users = familyUsers(snapshot, kind, familyOf(predecessor.Spec))
  const chosen = wish.serviceIds ? chooseUsers(users, wish.serviceIds) : certainUsers(users, predecessor)
  const updates = chosen.flatMap((user) => pointAt(snapshot, { kind, user, to: { name: wish.name, id: null } }))
  const rollout = rolloutOf(wish.rollout)
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: {
      code: kind === 'config' ? 'rotate-config' : 'rotate-secret',
      params: { name: Name, successor: wish.name },
    },
    steps: withHolds([create, ...updates], wish.rollout),
    notes: rotationNotes({
      chosen: chosen.map(serviceOf),
      staying: withoutChosen(users, chosen).map(serviceOf),
      onOthers: chosen.filter((user) => !user.versions.includes(predecessor)).map(serviceOf),
      updates,
      isSameContent,
    }),
    undoes: null,
    ...(rollout && { rollout }),
  }
}

const serviceOf = ({ service }: FamilyUser) => service

/** The predecessor's labels, the stack's namespace included, with ours in place of those that it may have from us. */
function successorLabels({ Spec }: Config | Secret): Record<string, string> {
  const others = Object.entries(Spec.Labels ?? {}).filter(([key]) => !key.startsWith('io.skep.'))
  return Object.fromEntries([...others, [familyLabel, familyOf(Spec)], [replacesLabel, Spec.Name]])
}

function namesOf(objects: ReadonlyMap<string, Config | Secret>): string[] {
  return [...objects.values()].map((object) => object.Spec.Name)
}
