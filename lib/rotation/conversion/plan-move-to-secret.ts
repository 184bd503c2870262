import { AppError } from '@/lib/errors/app-error'
import type { Plan, Step, UpdateStep } from '@/lib/plan/plan'
import { updateStep } from '@/lib/plan/update-step'
import { familyOf, movedFromLabel } from '@/lib/rotation/family'
import { familyUsers } from '@/lib/rotation/family-users'
import { type RolloutWish, rolloutOf, withHolds } from '@/lib/rotation/rollout/rollout'
import { rotationNotes } from '@/lib/rotation/rotation-notes'
import { requireFreeName, successorName } from '@/lib/rotation/successor-name'
import type { Config, Service } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'

type Wish = { configId: string; name?: string; rollout?: RolloutWish }

/** Source: moby/swarmkit, manager/controlapi/secret.go; a config may be twice as long. */
const secretLimitBytes = 512_000

/**
 * Plans to keep as a secret what a config holds: a secret with the same content, and in each service a file at the same
 * path, with the same owner and mode. The config stays for as long as a rollback needs it.
 */
export function planMoveToSecret(snapshot: Snapshot, { configId, name, rollout: wish }: Wish): Plan {
  const config = snapshot.config.get(configId)
  if (!config) throw new AppError('not_found', { kind: 'config', id: configId })
  if ((config.Content?.SizeBytes ?? 0) >= secretLimitBytes)
    throw new AppError('invalid_input', { fields: ['config'], reasons: ['content_too_large'] })
  const taken = [...snapshot.secret.values()].map(({ Spec }) => Spec.Name)
  const secret = name ?? proposedName(config, taken)
  requireFreeName('secret', secret, taken)
  const services = usersOf(snapshot, config)
  const updates = services.map((service) => moveStep(snapshot, service, config, secret))
  const rollout = rolloutOf(wish)
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code: 'move-to-secret', params: { name: config.Spec.Name, secret } },
    steps: withHolds([creation(config, secret), ...updates], wish),
    notes: rotationNotes({ chosen: services, staying: [], onOthers: [], updates, isSameContent: false }),
    undoes: null,
    ...(rollout && { rollout }),
  }
}

/** Kinds have their names apart, so mostly its own is free. */
function proposedName({ Spec }: Config, taken: readonly string[]): string {
  const isFree = !taken.some((other) => other.toLowerCase() === Spec.Name.toLowerCase())
  return isFree ? Spec.Name : successorName({ versions: [Spec.Name], taken, contentSha256: null, now: new Date() })
}

function usersOf(snapshot: Snapshot, config: Config): Service[] {
  const users = familyUsers(snapshot, 'config', familyOf(config.Spec)).filter(({ versions }) =>
    versions.includes(config),
  )
  const services = users.map(({ service }) => service)
  if (services.length === 0) throw new AppError('nothing_to_do', { kind: 'config', name: config.Spec.Name })
  return services
}

function creation(config: Config, name: string): Step {
  const others = Object.entries(config.Spec.Labels ?? {}).filter(([key]) => !key.startsWith('io.skep.'))
  return {
    action: 'create-secret',
    name,
    replaces: null,
    labels: Object.fromEntries([...others, [movedFromLabel, config.Spec.Name]]),
    templating: config.Spec.Templating?.Name ?? null,
    source: { kind: 'config', id: config.ID, name: config.Spec.Name },
  }
}

function moveStep(snapshot: Snapshot, service: Service, config: Config, secret: string): UpdateStep {
  const used = (service.Spec.TaskTemplate.ContainerSpec?.Configs ?? []).filter(({ ConfigID }) => ConfigID === config.ID)
  // A credential spec is read by the engine, and from a config alone.
  if (used.some(({ File }) => !File))
    throw new AppError('invalid_input', { fields: ['config'], reasons: ['credential_spec'] })
  return updateStep(snapshot, service, {
    action: 'move-reference',
    from: { kind: 'config', name: config.Spec.Name, id: config.ID },
    to: { kind: 'secret', name: secret, id: null },
    targets: used.flatMap(({ File }) => File?.Name ?? []),
  })
}
