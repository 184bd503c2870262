import { AppError } from '@/lib/errors/app-error'
import { canonicalJson } from '@/lib/plan/digest'
import type { Plan } from '@/lib/plan/plan'
import { restartNotes } from '@/lib/plan/restart-notes'
import { comparableForm } from '@/lib/plan/spec-form'
import type { Service } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'
import { requireReferences } from './checks/require-references'
import { liveForm } from './deploy-context'
import { replaceStep } from './services/replace-step'

/**
 * Plans to give a service the spec that it had before its last update, as a new update: the engine's own rollback would
 * forget the present spec, and go by another policy. Throws AppError `not_undoable` when there is none to go back to.
 */
export function planServiceRollback(snapshot: Snapshot, service: Service): Plan {
  const { PreviousSpec: previous, Spec } = service
  const serviceName = Spec.Name
  if (!previous) throw new AppError('not_undoable', { reason: 'no_previous_spec', kind: 'service', name: serviceName })
  const context = liveForm(snapshot)
  const [now, wanted] = [comparableForm(Spec, context), comparableForm(previous, context)]
  if (canonicalJson(now) === canonicalJson(wanted))
    throw new AppError('nothing_to_do', { kind: 'service', name: serviceName })
  requireReferences(snapshot, previous)
  const step = replaceStep(snapshot, service, { spec: previous, stack: stackOf(Spec.Labels) ?? '' })
  return {
    schema: 1,
    swarmId: snapshot.swarmId,
    title: { code: 'roll-back-service', params: { service: serviceName } },
    steps: [step],
    notes: restartNotes([step]),
    undoes: null,
    bodies: { revisionId: null, side: 'previous' },
  }
}
