import type { FieldChange } from '@/lib/plan/plan'
import { comparableForm } from '@/lib/plan/spec-form'
import { type DeployWish, deployContext } from './deploy-context'
import { fieldChanges } from './field-changes'

/**
 * What a plan would change of one service, with the values that the plan masks. Only for an endpoint that checks the
 * right to them and records who asked. Null when the service is not both live and in the file.
 */
export function changesWithValues(wish: DeployWish, serviceName: string): FieldChange[] | null {
  const { live, targets, asStored } = deployContext(wish)
  const service = live.get(serviceName)
  const target = targets.get(serviceName)
  if (!service || !target) return null
  return fieldChanges(comparableForm(service.Spec, asStored), target, { withValues: true })
}
