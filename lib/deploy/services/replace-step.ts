import { liveForm } from '@/lib/deploy/deploy-context'
import { fieldChanges } from '@/lib/deploy/field-changes'
import { formDigest, specDigest } from '@/lib/plan/digest'
import { effectOf } from '@/lib/plan/effect'
import type { StepOf } from '@/lib/plan/plan'
import { comparableForm, effectForm } from '@/lib/plan/spec-form'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import type { Snapshot } from '@/lib/swarm/snapshot'

/** Gives a service another spec whole, one that the engine gave or that was made from such a one. */
export function replaceStep(
  snapshot: Snapshot,
  service: Service,
  { spec, stack }: { spec: ServiceSpec; stack: string },
): StepOf<'replace-spec'> {
  const context = liveForm(snapshot)
  const after = comparableForm(spec, context)
  return {
    action: 'replace-spec',
    serviceId: service.ID,
    serviceName: service.Spec.Name,
    stack,
    before: specDigest(service.Spec),
    after: formDigest(after),
    changes: fieldChanges(comparableForm(service.Spec, context), after),
    effect: effectOf(snapshot, { ...service, Spec: effectForm(service.Spec, context) }, effectForm(spec, context)),
  }
}
