import type { OperationView } from '@/lib/contract/operations'

const underWay = new Set<OperationView['state']>(['planned', 'running', 'needs_decision'])

/** The operation that is changing the service now; the newest, should there be several. */
export function operationOn(operations: readonly OperationView[], serviceId: string): OperationView | null {
  const busy = operations.filter((operation) => underWay.has(operation.state) && touches(operation, serviceId))
  return busy.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null
}

/** Who set the replicas to what they are now, if it was done through Skep. */
export function whoSet(
  operations: readonly OperationView[],
  serviceId: string,
  replicas: number,
): OperationView | null {
  const setters = operations.filter(({ steps }) =>
    steps.some(({ step }) => step.action === 'set-replicas' && step.serviceId === serviceId && step.to === replicas),
  )
  return setters.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null
}

function touches({ steps }: OperationView, serviceId: string): boolean {
  return steps.some(({ step }) => 'serviceId' in step && step.serviceId === serviceId)
}

/** The number that a scaling goes to while it goes; null for everything else. */
export function scalingTo(operation: OperationView | null, serviceId: string): number | null {
  if (!operation || !underWay.has(operation.state)) return null
  const scaled = operation.steps.find(({ step }) => step.action === 'set-replicas' && step.serviceId === serviceId)
  return scaled?.step.action === 'set-replicas' ? scaled.step.to : null
}
