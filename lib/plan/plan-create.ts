import { AppError } from '@/lib/errors/app-error'
import { requireFreeName } from '@/lib/rotation/successor-name'
import type { Snapshot } from '@/lib/swarm/snapshot'
import type { Plan, PlanCode, Step } from './plan'

type NewConfig = { name: string; contentSha256: string; sizeBytes: number }

/** Plans a config that belongs to no stack. Nothing uses it yet, so nothing restarts. */
export function planConfig(snapshot: Snapshot, { name, contentSha256, sizeBytes }: NewConfig): Plan {
  const taken = [...snapshot.config.values()].map(({ Spec }) => Spec.Name)
  requireFreeName('config', name, taken)
  const step: Step = { action: 'create-config', ...unused(name), contentSha256, sizeBytes }
  return planOf(snapshot, { code: 'create-config', name, step })
}

/** As for a config; the value is no part of it. */
export function planSecret(snapshot: Snapshot, { name }: { name: string }): Plan {
  const taken = [...snapshot.secret.values()].map(({ Spec }) => Spec.Name)
  requireFreeName('secret', name, taken)
  return planOf(snapshot, { code: 'create-secret', name, step: { action: 'create-secret', ...unused(name) } })
}

type NewNetwork = { name: string; isAttachable: boolean; isInternal: boolean; isEncrypted: boolean }

/** Plans an overlay network that several stacks can share. Its body is what `docker network create` would send. */
export function planNetwork(snapshot: Snapshot, wish: NewNetwork): Plan {
  const { name, isAttachable, isInternal, isEncrypted } = wish
  if (!/^[a-zA-Z0-9][\w.-]*$/.test(name))
    throw new AppError('invalid_input', { fields: ['name'], reasons: ['name_pattern'] })
  if ([...snapshot.network.values()].some(({ Name }) => Name === name))
    throw new AppError('name_taken', { kind: 'network', name })
  const step: Step = {
    action: 'create-network',
    name,
    stack: null,
    driver: 'overlay',
    body: {
      Name: name,
      Driver: 'overlay',
      Scope: '',
      IPAM: null,
      Internal: isInternal,
      Attachable: isAttachable,
      Ingress: false,
      ConfigOnly: false,
      ConfigFrom: null,
      Options: isEncrypted ? { encrypted: '' } : null,
      Labels: {},
    },
  }
  return planOf(snapshot, { code: 'create-network', name, step })
}

const unused = (name: string) => ({ name, replaces: null, labels: {}, templating: null })

function planOf(snapshot: Snapshot, { code, name, step }: { code: PlanCode; name: string; step: Step }): Plan {
  const { swarmId } = snapshot
  return { schema: 1, swarmId, title: { code, params: { name } }, steps: [step], notes: [], undoes: null }
}
