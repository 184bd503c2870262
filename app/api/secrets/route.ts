import { CreateSecretRequest, secretBodyBytes } from '@/lib/contract/inputs/changes'
import { AppError } from '@/lib/errors/app-error'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { planSecret } from '@/lib/plan/plan-create'

/** Makes a secret that belongs to no stack. Its plan is asked for without the value. */
export const POST = endpoint(
  { action: 'secret.create', object: swarmObject, input: CreateSecretRequest, maxBodyBytes: secretBodyBytes },
  ({ input: { name, valueBase64, isPlan }, user }) => {
    const plan = planSecret(live().snapshot(), { name })
    if (isPlan) return plannedChange(plan)
    if (!valueBase64) throw new AppError('value_needed', { kind: 'secret', name })
    return runOperation(plan, user, { secretValues: new Map([[name, valueBase64]]) })
  },
)
