import type { PlannedObject, PlannedService } from '@/lib/contract/deploy'
import type { StackResource } from '@/lib/contract/stacks'
import { AppError } from '@/lib/errors/app-error'
import type { Plan, PlanNote, Step } from '@/lib/plan/plan'
import { noteAbout } from '@/lib/plan/restart-notes'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { stackResources } from '@/lib/swarm/stack-resources'
import { usagesOf } from '@/lib/swarm/usages'
import { liveServices, serviceKey } from './live-services'
import { type ObjectNote, objectNote } from './objects/object-plan'
import { removalEffect } from './services/service-effect'

export type RemovalPlan = { plan: Plan; services: PlannedService[]; objects: PlannedObject[] }

/**
 * Plans to remove a stack, in the order of the CLI: services, secrets, configs, networks. What others still use stays,
 * where the CLI tries and fails; so does what a rollback of another service would need, which the engine would delete.
 * Volumes and what does not belong to the stack stay as with the CLI.
 */
export function planStackRemoval(snapshot: Snapshot, stack: string): RemovalPlan {
  const removed = removedServices(snapshot, stack)
  const objects = stackResources(snapshot, stack).map((resource) => plannedObject(snapshot, stack, resource))
  const steps: Step[] = [
    ...removed.map(({ step }) => step),
    ...objects.filter(isOfKind('secret')).flatMap(({ step }) => step ?? []),
    ...objects.filter(isOfKind('config')).flatMap(({ step }) => step ?? []),
    ...objects.filter(isOfKind('network')).flatMap(({ step }) => step ?? []),
  ]
  if (stack === '' || steps.length === 0) throw new AppError('not_found', { kind: 'stack', name: stack })
  const planned = objects.map((object) => object.planned)
  return {
    plan: {
      schema: 1,
      swarmId: snapshot.swarmId,
      title: { code: 'remove-stack', params: { stack } },
      steps,
      notes: notesOn(planned),
      undoes: null,
    },
    services: removed.map((service) => service.planned),
    objects: planned,
  }
}

function removedServices(snapshot: Snapshot, stack: string) {
  const services = [...liveServices(snapshot, stack).values()]
  return services
    .toSorted((a, b) => (a.Spec.Name < b.Spec.Name ? -1 : 1))
    .map((service) => {
      const name = service.Spec.Name
      const effect = removalEffect({ snapshot }, service)
      const step = { action: 'remove-service', serviceId: service.ID, serviceName: name, stack, effect } as const
      const key = serviceKey(stack, name)
      const planned: PlannedService = {
        key,
        name,
        verdict: 'remove',
        effect,
        changes: [],
        notes: [],
        replicas: null,
      }
      return { step, planned }
    })
}

type Removal = { planned: PlannedObject; step: Step | null }

function plannedObject(snapshot: Snapshot, stack: string, resource: StackResource): Removal {
  const { kind, name, id, owner, usedOutside } = resource
  const stays = (verdict: 'leave' | 'external', note: ObjectNote): Removal => {
    return { planned: { kind, key: null, name, verdict, notes: [note] }, step: null }
  }
  if (owner === 'outside') return stays('external', objectNote('belongs_outside'))
  if (kind === 'volume') return stays('leave', objectNote('volume_stays'))
  if (usedOutside.length > 0) return stays('leave', objectNote('used_elsewhere', { services: usedOutside }))
  const planned: PlannedObject = { kind, key: null, name, verdict: 'remove', notes: [] }
  if (id === null) return { planned, step: null }
  if (kind === 'network') return { planned, step: { action: 'remove-network', name, id, stack } }
  const others = usagesOf(snapshot, kind, id).filter((usage) => usage.stack !== stack)
  if (others.length > 0)
    return stays('leave', objectNote('kept_for_rollback', { services: others.map((usage) => usage.serviceName) }))
  return { planned, step: { action: 'remove-object', kind, name, id, stack } }
}

function isOfKind(kind: PlannedObject['kind']): (removal: Removal) => boolean {
  return ({ planned }) => planned.kind === kind
}

function notesOn(objects: readonly PlannedObject[]): PlanNote[] {
  const staying = objects.filter(({ verdict }) => verdict === 'leave')
  const names = (isWanted: (object: PlannedObject) => boolean) => staying.filter(isWanted).map(({ name }) => name)
  return [
    ...noteAbout(
      'volumes_stay',
      'volumes',
      names(({ kind }) => kind === 'volume'),
    ),
    ...noteAbout(
      'objects_used_elsewhere',
      'objects',
      names(({ kind }) => kind !== 'volume'),
    ),
  ]
}
