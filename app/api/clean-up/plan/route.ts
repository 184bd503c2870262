import { CleanUpPlanRequest } from '@/lib/contract/inputs/changes'
import type { PlannedCleanUp } from '@/lib/contract/policies'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { plannedChange } from '@/lib/operations/approval'
import { cleanUp } from '@/lib/operations/requests/clean-up'

/** The list of versions, with the reason for each that stays, beside the plan that removes the others. */
export const POST = endpoint(
  { action: 'secret.remove', object: swarmObject, input: CleanUpPlanRequest },
  async ({ input }) => {
    const { plan, verdicts } = await cleanUp(input)
    return { ...plannedChange(plan), verdicts } satisfies PlannedCleanUp
  },
)
