import { PlanRequest } from '@/lib/contract/inputs/changes'
import { planStackRemoval } from '@/lib/deploy/plan-removal'
import { endpoint } from '@/lib/http/endpoint'
import { stackObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'

/** What goes with the stack, and what stays and why. */
export const POST = endpoint({ action: 'stack.remove', object: stackObject, input: PlanRequest }, ({ object }) => {
  const { plan, services, objects } = planStackRemoval(live().snapshot(), object.stack)
  return { ...plannedChange(plan), services, objects }
})
