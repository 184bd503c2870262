import type { DataObjectBody, NetworkBody } from '@/lib/compose/convert/bodies'
import { dataObjectName } from '@/lib/compose/convert/data-objects'
import type { Path } from '@/lib/compose/convert/locate'
import { networkName } from '@/lib/compose/convert/networks'
import { type Finding, finding } from '@/lib/compose/finding'
import type { FindingCode } from '@/lib/compose/finding-codes'
import { isBefore } from '@/lib/compose/formats/api-version'
import { addressValue } from '@/lib/compose/formats/ip-address'
import type { Params } from '@/lib/errors/app-error'
import type { RuleContext } from './rule-context'

/** Less than this many bytes. Source: moby/swarmkit, api/validation/secrets.go; manager/controlapi/config.go. */
const sizeLimits = { secret: 512_000, config: 1_024_000 }

/** Every node has them already. */
const reservedNames = ['bridge', 'host', 'none', 'ingress', 'docker_gwbridge']

/** What a node has on its own; services need a network of the swarm. */
const localDrivers = ['bridge', 'host', 'ipvlan', 'macvlan', 'none', 'null']

export function objectFindings(context: RuleContext): Finding[] {
  return [...sizes(context), ...secretDrivers(context), ...networkFindings(context)]
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

function networkFindings(context: RuleContext): Finding[] {
  const { model, networks, stack } = context
  const made = new Map(networks.map((body) => [body.Name, body]))
  return [...model.networks].flatMap(([key, network]) => {
    const body = network.isExternal ? undefined : made.get(networkName(stack, key, network))
    return body ? networkFinding(key, body, context) : []
  })
}

function networkFinding(
  key: string,
  { Name, Driver, IPAM }: NetworkBody,
  { locate, apiVersion }: RuleContext,
): Finding[] {
  const say = (code: FindingCode, path: Path, params: Params) =>
    finding(code, locate(['networks', key, ...path]), { kind: 'network', name: key, ...params })
  const subnets = (IPAM?.Config ?? []).flatMap(({ Subnet = '' }, index) =>
    isSubnet(Subnet, apiVersion)
      ? []
      : [say('subnet_invalid', ['ipam', 'config', index, 'subnet'], { subnet: Subnet })],
  )
  const ipam = IPAM?.Driver ?? ''
  return [
    ...subnets,
    ...(reservedNames.includes(Name) ? [say('network_name_reserved', ['name'], { name: Name })] : []),
    ...(localDrivers.includes(Driver) ? [say('network_driver_local', ['driver'], { driver: Driver })] : []),
    ...(Driver === 'overlay' || localDrivers.includes(Driver)
      ? []
      : [say('plugin_needed', ['driver'], { plugin: Driver })]),
    ...(ipam === '' || ipam === 'default' ? [] : [say('plugin_needed', ['ipam', 'driver'], { plugin: ipam })]),
  ]
}

function secretDrivers({ model, locate }: RuleContext): Finding[] {
  return [...model.secrets].flatMap(([key, { driver, isExternal }]) => {
    if (isExternal || driver === '') return []
    const params = { kind: 'secret', name: key, plugin: driver }
    return [finding('plugin_needed', locate(['secrets', key, 'driver']), params)]
  })
}

/** An address with the length of its prefix; newer engines want nothing behind the prefix. */
function isSubnet(text: string, apiVersion: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/')
  const found = addressValue(address)
  if (!found || rest.length > 0 || !/^\d{1,3}$/.test(length) || Number(length) > found.bits) return false
  const hostBits = BigInt(found.bits) - BigInt(length)
  return isBefore(apiVersion, 44) || found.value % 2n ** hostBits === 0n
}
