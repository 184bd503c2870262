import { authorize } from '@/lib/auth/authorize'
import { CleanUpRequest } from '@/lib/contract/inputs/changes'
import { AppError } from '@/lib/errors/app-error'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { assertApproved } from '@/lib/operations/approval'
import { cleanUp } from '@/lib/operations/requests/clean-up'
import { runOperation } from '@/lib/operations/run'

export const POST = endpoint(
  { action: 'secret.remove', object: swarmObject, input: CleanUpRequest },
  async ({ input: { planDigest, ...wish }, object, user }) => {
    authorize(user, 'config.remove', object.ref)
    const { plan } = await cleanUp(wish)
    if (plan.steps.length === 0) throw new AppError('nothing_to_do', { kind: 'version', name: null })
    assertApproved(plan, planDigest)
    return runOperation(plan, user)
  },
)
