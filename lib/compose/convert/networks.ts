import { byBytes } from '@/lib/compose/byte-order'
import { isBefore } from '@/lib/compose/formats/api-version'
import type { NetworkModel, StackModel } from '@/lib/compose/load/model'
import type { NetworkBody } from './bodies'
import { compact, labelled, recordOf, scoped, textOrAbsent } from './body-values'

export const defaultNetwork = 'default'

/** The networks that services use, those of the stack as bodies and the others by name. */
export type ConvertedNetworks = { networks: NetworkBody[]; externals: string[] }

/** Networks that no service uses are neither created nor looked at. */
export function convertNetworks(stack: string, model: StackModel, apiVersion: string): ConvertedNetworks {
  const used = new Set<string>()
  for (const { networks } of model.services.values())
    for (const key of networks.size === 0 ? [defaultNetwork] : networks.keys()) used.add(key)

  const bodies = new Map<string, NetworkBody>()
  const externals = new Set<string>()
  for (const key of [...used].toSorted(byBytes)) {
    const network = model.networks.get(key)
    if (network?.isExternal) externals.add(network.name)
    else if (network || key === defaultNetwork) {
      const body = networkBody(stack, key, network, isBefore(apiVersion, 44))
      bodies.set(body.Name, body)
    }
  }
  const networks = [...bodies.values()].toSorted((a, b) => byBytes(a.Name, b.Name))
  return { networks, externals: [...externals].toSorted(byBytes) }
}

/** The name in the swarm of a network that a service uses. */
export function networkName(stack: string, key: string, network: NetworkModel | undefined): string {
  return network?.name ? network.name : scoped(stack, key)
}

function networkBody(
  stack: string,
  key: string,
  network: NetworkModel | undefined,
  mayDuplicate: boolean,
): NetworkBody {
  return compact<NetworkBody>({
    Name: networkName(stack, key, network),
    Driver: network?.driver || 'overlay',
    Scope: '',
    IPAM: ipamOf(network),
    Internal: network?.isInternal ?? false,
    Attachable: network?.isAttachable ?? false,
    Ingress: false,
    ConfigOnly: false,
    ConfigFrom: null,
    Options: network?.driverOptions ? recordOf(network.driverOptions) : null,
    Labels: labelled(stack, network?.labels ?? new Map()),
    CheckDuplicate: mayDuplicate ? true : undefined,
  })
}

function ipamOf(network: NetworkModel | undefined): NetworkBody['IPAM'] {
  if (!network || (network.ipam.driver === '' && network.ipam.subnets.length === 0)) return null
  const pools = network.ipam.subnets.map((subnet) => compact({ Subnet: textOrAbsent(subnet) }))
  return { Driver: network.ipam.driver, Options: null, Config: pools.length === 0 ? null : pools }
}
