import type { OperationView } from '@/lib/contract/operations'
import { liveForm } from '@/lib/deploy/deploy-context'
import type { SpecsBefore } from '@/lib/deploy/plan-undo'
import { AppError } from '@/lib/errors/app-error'
import type { Plan } from '@/lib/plan/plan'
import { comparableForm } from '@/lib/plan/spec-form'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { planPutBack } from './plan-put-back'

/** The way back from putting one field back: the value that it had before, and nothing else of the service. */
export function planFieldUndo(snapshot: Snapshot, operation: OperationView, { bodies, services }: SpecsBefore): Plan {
  const { code, params } = operation.title
  const {
    stack,
    service: serviceName,
    field,
  } = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
  const service = [...snapshot.service.values()].find(({ Spec }) => Spec.Name === serviceName)
  const before = serviceName !== undefined && Object.hasOwn(services, serviceName) ? services[serviceName] : undefined
  if (!service || !before || field === undefined)
    throw new AppError('not_undoable', { reason: 'no_previous_spec', kind: 'service', name: serviceName ?? '' })
  return planPutBack(snapshot, {
    stack: stack ?? '',
    service,
    field,
    wanted: comparableForm(before, liveForm(snapshot)),
    title: { code: code === 'put-back-field' ? 'undo-put-back-field' : 'put-back-field', params },
    bodies: { ...bodies, field },
    undoes: operation.id,
  })
}
