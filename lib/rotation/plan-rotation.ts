import type { DataObjectKind } from '@/lib/contract/data-objects'
import { AppError } from '@/lib/errors/app-error'
import type { Plan, Step } from '@/lib/plan/plan'
import { updateStep } from '@/lib/plan/update-step'
import type { Config, Secret, Service } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { usagesOf } from '@/lib/swarm/usages'
import { familyLabel, familyOf, replacesLabel } from './family'
import { rotationNotes } from './rotation-notes'
import { requireFreeName } from './successor-name'

/** `serviceIds`: the services to point at the successor, the canary first; all users where it is left out. */
type Wish = { name: string; serviceIds?: readonly string[] }

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
  const users = usersOf(snapshot, kind, predecessor.ID)
  const chosen = chooseUsers(users, wish.serviceIds)
  const updates = chosen.map((service) =>
    updateStep(snapshot, service, {
      action: 'replace-reference',
      kind,
      from: { name: Name, id: predecessor.ID },
      to: { name: wish.name, id: null },
    }),
  )
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: {
      code: kind === 'config' ? 'rotate-config' : 'rotate-secret',
      params: { name: Name, successor: wish.name },
    },
    steps: [create, ...updates],
    notes: rotationNotes({ chosen, staying: users.filter((user) => !chosen.includes(user)), updates, isSameContent }),
    undoes: null,
  }
}

/** The services whose spec uses the object, by stack and name. */
function usersOf(snapshot: Snapshot, kind: DataObjectKind, objectId: string): Service[] {
  const usages = usagesOf(snapshot, kind, objectId).filter((usage) => usage.by === 'spec')
  return [...new Set(usages.map((usage) => usage.serviceId))]
    .flatMap((serviceId) => snapshot.service.get(serviceId) ?? [])
    .sort((a, b) => (a.Spec.Name < b.Spec.Name ? -1 : 1))
}

function chooseUsers(users: Service[], serviceIds: readonly string[] | undefined): Service[] {
  if (!serviceIds) return users
  return [...new Set(serviceIds)].map((serviceId) => {
    const user = users.find((service) => service.ID === serviceId)
    if (!user) throw new AppError('invalid_input', { fields: ['serviceIds'], reasons: ['not_a_user'], id: serviceId })
    return user
  })
}

/** The predecessor's labels, the stack's namespace included, with ours in place of those that it may have from us. */
function successorLabels({ Spec }: Config | Secret): Record<string, string> {
  const others = Object.entries(Spec.Labels ?? {}).filter(([key]) => !key.startsWith('io.skep.'))
  return Object.fromEntries([...others, [familyLabel, familyOf(Spec)], [replacesLabel, Spec.Name]])
}

function namesOf(objects: ReadonlyMap<string, Config | Secret>): string[] {
  return [...objects.values()].map((object) => object.Spec.Name)
}
