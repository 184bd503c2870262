import { bodyJson } from '@/lib/compose/convert/body-values'
import { withObjectIds } from '@/lib/compose/convert/object-ids'
import { type ConvertedStack, convertStack, type RefusedStack, type StackRequest } from '@/lib/compose/convert-stack'
import type { TargetBodies } from '@/lib/deploy/target'
import type { SentBody } from './compare-bodies'
import { parseExactly } from './exact-json'

export type OurDeploy = { sent: SentBody[]; converted: ConvertedStack } | { refused: RefusedStack }

/** What our converter would send, with the IDs of the recording engine. */
export function deployWithConverter(request: StackRequest): OurDeploy {
  const converted = convertStack(request)
  return 'refused' in converted ? { refused: converted } : { sent: sentBodies(converted), converted }
}

export function sentBodies({ networks, secrets, configs, services }: TargetBodies): SentBody[] {
  const ids = { secret: (name: string) => `<secret:${name}>`, config: (name: string) => `<config:${name}>` }
  const filled = services.map((service) => {
    const withIds = withObjectIds(service, ids)
    return 'body' in withIds ? withIds.body : service
  })
  return [
    ...networks.map((body) => sentBody('network', body)),
    ...secrets.map((body) => sentBody('secret', body)),
    ...configs.map((body) => sentBody('config', body)),
    ...filled.map((body) => sentBody('service', body)),
  ]
}

function sentBody(kind: string, body: { Name: string }): SentBody {
  return { kind, name: body.Name, body: parseExactly(bodyJson(body)) }
}
