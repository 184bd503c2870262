import type { DataObjectBody } from '@/lib/compose/convert/bodies'
import { dataObjectName } from '@/lib/compose/convert/data-objects'
import { networkName } from '@/lib/compose/convert/networks'
import { type Finding, finding } from '@/lib/compose/finding'
import { isIpAddress } from '@/lib/compose/formats/ip-address'
import type { RuleContext } from './rule-context'

/** Less than this many bytes. Source: moby/swarmkit, api/validation/secrets.go; manager/controlapi/config.go. */
const sizeLimits = { secret: 512_000, config: 1_024_000 }

/** What a node has on its own; services need a network of the swarm. */
const localDrivers = ['bridge', 'host', 'ipvlan', 'macvlan', 'none', 'null']

export function objectFindings(context: RuleContext): Finding[] {
  return [...sizes(context), ...networkFindings(context)]
}

function sizes({ model, secrets, configs, locate, stack }: RuleContext): Finding[] {
  return (['secret', 'config'] as const).flatMap((kind) => {
    const bodies = new Map((kind === 'secret' ? secrets : configs).map((body) => [body.Name, body]))
    return [...(kind === 'secret' ? model.secrets : model.configs)].flatMap(([key, object]) => {
      const body = object.isExternal ? undefined : bodies.get(dataObjectName(stack, key, object))
      const size = body ? sizeOf(body) : null
      const limit = sizeLimits[kind]
      if (size === null || (size > 0 && size < limit)) return []
      return [finding('object_size', locate([`${kind}s`, key, 'file']), { kind, name: key, size, limit })]
    })
  })
}

/** Of the data; null if a driver supplies it. */
function sizeOf({ Data = '', Driver }: DataObjectBody): number | null {
  if (Driver) return null
  const padding = /={0,2}$/.exec(Data)?.[0].length ?? 0
  return (Data.length / 4) * 3 - padding
}

function networkFindings({ model, networks, locate, stack }: RuleContext): Finding[] {
  const made = new Map(networks.map((body) => [body.Name, body]))
  return [...model.networks].flatMap(([key, network]) => {
    const body = network.isExternal ? undefined : made.get(networkName(stack, key, network))
    if (!body) return []
    const subnets = (body.IPAM?.Config ?? []).flatMap(({ Subnet }, index) =>
      Subnet === undefined || isSubnet(Subnet)
        ? []
        : [
            finding('subnet_invalid', locate(['networks', key, 'ipam', 'config', index, 'subnet']), {
              name: key,
              subnet: Subnet,
            }),
          ],
    )
    const place = locate(['networks', key, 'driver'])
    const params = { name: key, driver: body.Driver }
    if (localDrivers.includes(body.Driver)) return [finding('network_driver_local', place, params), ...subnets]
    return body.Driver === 'overlay' ? subnets : [finding('network_driver_plugin', place, params), ...subnets]
  })
}

/** An address with the length of its prefix. */
function isSubnet(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/')
  if (rest.length > 0 || !/^\d{1,3}$/.test(length) || !isIpAddress(address)) return false
  return Number(length) <= (address.includes(':') ? 128 : 32)
}
