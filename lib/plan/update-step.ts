import type { Service } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { specDigest } from './digest'
import { effectOf } from './effect'
import { applyIntent, type Intent } from './intent'
import type { UpdateStep } from './plan'

/** The step that applies the intent to the service as the snapshot has it. */
export function updateStep(snapshot: Snapshot, service: Service, intent: Intent): UpdateStep {
  const after = applyIntent(service.Spec, intent, service.PreviousSpec)
  return {
    ...intent,
    serviceId: service.ID,
    serviceName: service.Spec.Name,
    stack: stackOf(service.Spec.Labels),
    before: specDigest(service.Spec),
    after: specDigest(after),
    effect: effectOf(snapshot, service, after),
  }
}
