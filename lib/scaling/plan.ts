import { AppError } from '@/lib/errors/app-error'
import type { Plan } from '@/lib/plan/plan'
import { updateStep } from '@/lib/plan/update-step'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { replicasOf } from '@/lib/swarm/spec/mode'
import { scalingNotes } from './notes'

/** Plans another number of replicas for a replicated service; other services have no number to change. */
export function planScale(snapshot: Snapshot, serviceId: string, replicas: number): Plan {
  const service = snapshot.service.get(serviceId)
  if (!service) throw new AppError('not_found', { kind: 'service', id: serviceId })
  const { Name } = service.Spec
  const from = replicasOf(service.Spec)
  if (from === null) {
    throw new AppError('invalid_input', { fields: ['replicas'], reasons: ['not_replicated'] })
  }
  if (from === replicas) throw new AppError('nothing_to_do', { kind: 'service', name: Name })

  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code: 'scale-service', params: { service: Name, from, to: replicas } },
    steps: [updateStep(snapshot, service, { action: 'set-replicas', from, to: replicas })],
    notes: scalingNotes(snapshot, service, replicas),
    undoes: null,
  }
}
