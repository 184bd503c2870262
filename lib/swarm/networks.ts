import type { NetworkRow } from '@/lib/contract/networks'
import { addTo } from './add-to'
import { engineTime } from './engine-time'
import type { Network, Service } from './engine-types'
import { type Snapshot, stackOf } from './snapshot'

const indexes = new WeakMap<Snapshot['service'], Map<string, string[]>>()

/** By name. The predefined networks that every node has (`host`, `bridge`) only where a service uses them. */
export function networkRows(snapshot: Snapshot): NetworkRow[] {
  return [...snapshot.network.values()]
    .filter((network) => !isPredefined(network) || networkUsers(snapshot, network).length > 0)
    .map((network) => networkRow(snapshot, network))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

export function networkRow(snapshot: Snapshot, network: Network): NetworkRow {
  return {
    id: network.Id,
    networkId: network.Id,
    name: network.Name,
    stack: stackOf(network.Labels),
    driver: network.Driver,
    isAttachable: network.Attachable ?? false,
    isInternal: network.Internal ?? false,
    // The option has no value: that it is there is what counts.
    isEncrypted: Object.hasOwn(network.Options ?? {}, 'encrypted'),
    isIngress: network.Ingress ?? false,
    subnets: (network.IPAM?.Config ?? []).flatMap((config) => config.Subnet ?? []),
    usedBy: networkUsers(snapshot, network),
    createdAt: engineTime(network.Created) ?? 0,
  }
}

/** Networks that a service joins, by id (by name where a client wrote names), and ingress where it publishes through it. */
export function networkTargets(service: Service): string[] {
  const attachments = service.Spec.TaskTemplate.Networks ?? service.Spec.Networks ?? []
  return attachments.map((attachment) => attachment.Target)
}

export function usesIngress(service: Service): boolean {
  return (service.Spec.EndpointSpec?.Ports ?? []).some((port) => port.PublishMode?.toLowerCase() !== 'host')
}

export function isPredefined(network: Network): boolean {
  return network.Labels?.['com.docker.swarm.predefined'] === 'true'
}

/** A target may be in no list, since lists leave the predefined networks out; then it stands for itself. */
export function networkName(snapshot: Snapshot, target: string): string {
  return findNetwork(snapshot, target)?.Name ?? target
}

export function findNetwork(snapshot: Snapshot, target: string): Network | null {
  const byId = snapshot.network.get(target)
  if (byId) return byId
  for (const network of snapshot.network.values()) if (network.Name === target) return network
  return null
}

/** Names of the services that use the network, sorted. */
export function networkUsers(snapshot: Snapshot, network: Network): string[] {
  const index = userIndex(snapshot)
  const users = [...(index.get(network.Id) ?? []), ...(index.get(network.Name) ?? [])]
  return [...(network.Ingress ? [...users, ...(index.get(ingressKey) ?? [])] : users)].sort()
}

/** No network has an empty id. */
const ingressKey = ''

function userIndex(snapshot: Snapshot): Map<string, string[]> {
  const known = indexes.get(snapshot.service)
  if (known) return known
  const index = new Map<string, string[]>()
  for (const service of snapshot.service.values()) {
    const keys = new Set([...networkTargets(service), ...(usesIngress(service) ? [ingressKey] : [])])
    for (const key of keys) addTo(index, key, service.Spec.Name)
  }
  indexes.set(snapshot.service, index)
  return index
}
