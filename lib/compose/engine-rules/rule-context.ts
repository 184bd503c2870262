import type { DataObjectBody, NetworkBody, ServiceBody } from '@/lib/compose/convert/bodies'
import type { Locate, Path } from '@/lib/compose/convert/locate'
import { type Finding, finding } from '@/lib/compose/finding'
import type { FindingCode } from '@/lib/compose/finding-codes'
import type { ServiceModel, StackModel } from '@/lib/compose/load/model'
import type { Params } from '@/lib/errors/app-error'

/** A converted stack, and where it is written. */
export type RuleContext = {
  model: StackModel
  networks: readonly NetworkBody[]
  secrets: readonly DataObjectBody[]
  configs: readonly DataObjectBody[]
  services: readonly ServiceBody[]
  locate: Locate
  stack: string
  apiVersion: string
}

/** One service of it. `say` makes a finding at a path below the service. */
export type ServiceRuleContext = {
  service: ServiceModel
  body: ServiceBody
  apiVersion: string
  say: (code: FindingCode, path: Path, params?: Params) => Finding
}

export function serviceContexts({ model, services, locate, apiVersion, stack }: RuleContext): ServiceRuleContext[] {
  const byName = new Map(services.map((body) => [body.Name, body]))
  return [...model.services.values()].flatMap((service) => {
    const body = byName.get(`${stack}_${service.name}`)
    if (!body) return []
    const say = (code: FindingCode, path: Path, params: Params = {}) =>
      finding(code, locate(['services', service.name, ...path]), { service: service.name, ...params })
    return [{ service, body, apiVersion, say }]
  })
}
