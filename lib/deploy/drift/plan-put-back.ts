import { liveForm } from '@/lib/deploy/deploy-context'
import { fieldChanges } from '@/lib/deploy/field-changes'
import { withField } from '@/lib/deploy/fields/with-field'
import { replaceStep } from '@/lib/deploy/services/replace-step'
import { AppError } from '@/lib/errors/app-error'
import type { BodySource, Plan, PlanTitle } from '@/lib/plan/plan'
import { restartNotes, updateInProgressNote } from '@/lib/plan/restart-notes'
import { comparableForm } from '@/lib/plan/spec-form'
import type { Service, ServiceSpec } from '@/lib/swarm/engine-types'
import { findConfig, findSecret } from '@/lib/swarm/find'
import type { Snapshot } from '@/lib/swarm/snapshot'

type Wish = {
  stack: string
  service: Service
  /** As FieldChange has it. */
  field: string
  /** The form that has the value. */
  wanted: ServiceSpec
  title: PlanTitle
  /** Where the executor finds that form again. */
  bodies: BodySource & { field: string }
  undoes: string | null
}

/**
 * Plans to give one field of a service the value that it has in another form; all else stays, also what drifted besides.
 * Throws AppError `field_not_alone` where that is not possible, and `not_found` for a config or secret that is gone.
 */
export function planPutBack(snapshot: Snapshot, { stack, service, field, wanted, ...rest }: Wish): Plan {
  const context = liveForm(snapshot)
  const spec = withField(service.Spec, wanted, field, context)
  const step = spec && replaceStep(snapshot, service, { spec, stack })
  if (!step || step.changes.length === 0 || isLeft(field, comparableForm(spec, context), wanted))
    throw new AppError('field_not_alone', { service: service.Spec.Name, field })
  requireObjects(snapshot, spec)
  const notes = [...restartNotes([step]), ...updateInProgressNote([service])]
  return { schema: 1, swarmId: snapshot.swarmId, steps: [step], notes, ...rest }
}

function isLeft(field: string, after: ServiceSpec, wanted: ServiceSpec): boolean {
  return fieldChanges(after, wanted).some(({ path }) => path === field)
}

/** Those that were taken have no id yet. */
function requireObjects(snapshot: Snapshot, { TaskTemplate: { ContainerSpec } }: ServiceSpec): void {
  for (const { SecretID, SecretName: name } of ContainerSpec?.Secrets ?? [])
    if (!SecretID && !findSecret(snapshot, name)) throw new AppError('not_found', { kind: 'secret', name })
  for (const { ConfigID, ConfigName: name } of ContainerSpec?.Configs ?? [])
    if (!ConfigID && !findConfig(snapshot, name)) throw new AppError('not_found', { kind: 'config', name })
}
