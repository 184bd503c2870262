import { byBytes } from '@/lib/compose/byte-order'
import { stackLabel } from '@/lib/compose/convert/body-values'
import { labelsTree, optionsTree } from '@/lib/compose/write/printed-map'
import { type Branch, branch, type Tree } from '@/lib/compose/write/tree'
import type { Network, NetworkAttachment, ServiceSpec } from '@/lib/swarm/engine-types'
import { findNetwork, networkName } from '@/lib/swarm/networks'
import { allotKeys, asKey, isOwn, keyOfName, type LiveStack } from './live-stack'

/** The engine adds it to every overlay network. */
const ownOption = 'com.docker.network.driver.overlay.vxlanid_list'

/**
 * What a swarm gives to networks that ask for no subnet, one after the other, where nobody chose other pools. A subnet
 * of this form was as good as surely not in the file.
 */
const automaticSubnet = /^10\.0\.\d+\.0\/24$/

export type RebuiltNetworks = { keyOf: (target: string) => string; definitions: Branch }

/** The networks that services use. One that no service uses cannot be in the file: no deploy would create it. */
export function rebuildNetworks(stack: LiveStack): RebuiltNetworks {
  const { name, snapshot, services, report } = stack
  const used = new Set(services.flatMap(attachmentsOf).map(({ Target }) => networkName(snapshot, Target)))
  const own = (target: string) => {
    const network = findNetwork(snapshot, target)
    return network && isOwn(stack, network.Labels) ? network : null
  }
  for (const network of snapshot.network.values())
    if (isOwn(stack, network.Labels) && !used.has(network.Name))
      report({ code: 'network_unused', params: { name: network.Name }, service: null, path: null })

  const scopedKey = (target: string) => (own(target) ? keyOfName(name, target) : null)
  const sorted = [...used].toSorted((a, b) => rank(scopedKey(a)) - rank(scopedKey(b)) || byBytes(a, b))
  const keys = allotKeys(sorted, (target) => [scopedKey(target) ?? asKey(target), `${asKey(target)}-external`])
  const definitions = sorted.map((target): [string, Tree] => {
    const key = keys.get(target) ?? target
    const network = own(target)
    if (!network) return [key, branch({ external: true, name: key === target ? undefined : target })]
    return [key, definition(network, key === scopedKey(target) ? undefined : target, stack)]
  })
  return {
    keyOf: (target) => keys.get(networkName(snapshot, target)) ?? target,
    definitions: new Map(definitions.filter(([key, tree]) => key !== 'default' || tree !== null)),
  }
}

/** Where a spec says which networks a service joins: in the task's part, but long ago beside it. */
export function attachmentsOf(spec: ServiceSpec): NetworkAttachment[] {
  return spec.TaskTemplate.Networks ?? spec.Networks ?? []
}

/** Keys that follow from a name come first, since another key would need a `name:`. */
function rank(key: string | null): number {
  return key === null ? 1 : 0
}

function definition(network: Network, name: string | undefined, { report }: LiveStack): Tree {
  const { [ownOption]: _own, ...options } = network.Options ?? {}
  if (network.EnableIPv6) report({ code: 'network_ipv6', params: { name: network.Name }, service: null, path: null })
  const made = branch({
    name,
    driver: network.Driver === 'overlay' || network.Driver === '' ? undefined : network.Driver,
    driver_opts: optionsTree(options),
    attachable: network.Attachable || undefined,
    internal: network.Internal || undefined,
    ipam: ipamTree(network, report),
    labels: labelsTree(network.Labels, [stackLabel]),
  })
  return made.size === 0 ? null : made
}

function ipamTree({ Name, IPAM }: Network, report: LiveStack['report']): Tree | undefined {
  const pools = (IPAM?.Config ?? []).filter(({ Subnet }) => !automaticSubnet.test(Subnet ?? ''))
  if (pools.some(({ IPRange, Gateway, Subnet }) => IPRange || isChosenGateway(Gateway, Subnet)))
    report({ code: 'network_address_range', params: { name: Name }, service: null, path: null })
  const driver = IPAM?.Driver === 'default' ? '' : (IPAM?.Driver ?? '')
  const made = branch({
    driver: driver || undefined,
    config: pools.length > 0 ? pools.map(({ Subnet }) => branch({ subnet: Subnet })) : undefined,
  })
  return made.size === 0 ? undefined : made
}

/** Where nobody chose one it is the first address of an IPv4 subnet. */
function isChosenGateway(gateway = '', subnet = ''): boolean {
  const base = /^(\d+\.\d+\.\d+)\.(\d+)\//.exec(subnet)
  return gateway !== '' && base !== null && gateway !== `${base[1]}.${Number(base[2]) + 1}`
}
