import { MoveToSecretRequest } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { assertApproved } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planMoveToSecret } from '@/lib/rotation/conversion/plan-move-to-secret'

/** Keeps as a secret what the config holds, and points its services at it. The content comes from the engine. */
export const POST = endpoint(
  { action: 'secret.create', object: configOf, input: MoveToSecretRequest },
  ({ object, input: { planDigest, ...wish }, user }) => {
    const plan = planMoveToSecret(live().snapshot(), { ...wish, configId: object.config.ID })
    assertApproved(plan, planDigest)
    return runOperation(plan, user)
  },
)
