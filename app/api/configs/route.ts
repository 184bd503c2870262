import { CreateConfigRequest, configBodyBytes } from '@/lib/contract/inputs/changes'
import { endpoint } from '@/lib/http/endpoint'
import { swarmObject } from '@/lib/http/objects'
import { live } from '@/lib/live/live'
import { plannedChange } from '@/lib/operations/approval'
import { runOperation } from '@/lib/operations/run'
import { sha256 } from '@/lib/plan/digest'
import { planConfig } from '@/lib/plan/plan-create'

/** Makes a config that belongs to no stack. */
export const POST = endpoint(
  { action: 'config.create', object: swarmObject, input: CreateConfigRequest, maxBodyBytes: configBodyBytes },
  ({ input: { name, contentBase64, isPlan }, user }) => {
    const content = { contentSha256: sha256(contentBase64), sizeBytes: contentBase64.length }
    const plan = planConfig(live().snapshot(), { name, ...content })
    return isPlan ? plannedChange(plan) : runOperation(plan, user, { contents: new Map([[name, contentBase64]]) })
  },
)
