import { bodyJson } from '@/lib/compose/convert/body-values'
import { withObjectIds } from '@/lib/compose/convert/object-ids'
import { type ConvertedStack, convertStack, type RefusedStack, type StackRequest } from '@/lib/compose/convert-stack'
import type { SentBody } from './compare-bodies'

export type OurDeploy = { sent: SentBody[]; converted: ConvertedStack } | { refused: RefusedStack }

/** What our converter would send, with the IDs of the recording engine. */
export function deployWithConverter(request: StackRequest): OurDeploy {
  const converted = convertStack(request)
  if ('refused' in converted) return { refused: converted }
  const ids = { secret: (name: string) => `<secret:${name}>`, config: (name: string) => `<config:${name}>` }
  const services = converted.services.map((service) => {
    const filled = withObjectIds(service, ids)
    return 'body' in filled ? filled.body : service
  })
  const sent = [
    ...converted.networks.map((body) => ({ kind: 'network', name: body.Name, body: asSent(body) })),
    ...converted.secrets.map((body) => ({ kind: 'secret', name: body.Name, body: asSent(body) })),
    ...converted.configs.map((body) => ({ kind: 'config', name: body.Name, body: asSent(body) })),
    ...services.map((body) => ({ kind: 'service', name: body.Name, body: asSent(body) })),
  ]
  return { sent, converted }
}

function asSent(body: unknown): unknown {
  return JSON.parse(bodyJson(body))
}
