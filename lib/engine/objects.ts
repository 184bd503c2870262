import 'server-only'
import { isAppError } from '@/lib/errors/app-error'
import type { Network, Node, Secret, Service, Task } from '@/lib/swarm/engine-types'
import { stackLabel } from '@/lib/swarm/snapshot'
import type { Transport } from './connection/transport'

/** A filter as the engine's API takes it: values of one key are alternatives. */
const filtered = (filters: Record<string, string[]>) => ({ filters: JSON.stringify(filters) })

const part = encodeURIComponent

/** Those of some services, which must exist, or those of a stack, also when their service is gone. */
export type TaskFilter = { serviceIds?: string[]; stack?: string }

/** Parsed one by one as they arrive: 10,000 tasks are 22 MB, which in one piece would hold everybody up. */
export function listTasks(transport: Transport, { serviceIds, stack }: TaskFilter = {}): Promise<Task[]> {
  const filters = { ...(serviceIds && { service: serviceIds }), ...(stack && { label: [`${stackLabel}=${stack}`] }) }
  const query = serviceIds || stack ? filtered(filters) : undefined
  return transport.readList('/tasks', { query }, (json): Task => JSON.parse(json))
}

export function listServices(transport: Transport): Promise<Service[]> {
  return transport.read('/services')
}

export function listNodes(transport: Transport): Promise<Node[]> {
  return transport.read('/nodes')
}

export function listSecrets(transport: Transport): Promise<Secret[]> {
  return transport.read('/secrets')
}

/** The swarm's own; bridges and the like belong to one node. */
export async function listNetworks(transport: Transport): Promise<Network[]> {
  const networks = await transport.read<Network[]>('/networks', { query: filtered({ scope: ['swarm'] }) })
  return networks.map(asListed)
}

/** `host` and `bridge` as services use them: the engine leaves them out of its list, and they never change. */
export async function inspectPredefinedNetworks(transport: Transport): Promise<Network[]> {
  const networks = await Promise.all(
    ['host', 'bridge'].map((name) => inspectNetwork(transport, name).catch(nullIfGone)),
  )
  return networks.filter((network) => network !== null)
}

export function inspectService(transport: Transport, id: string): Promise<Service> {
  return transport.read(`/services/${part(id)}`, { subject: { kind: 'service', name: id } })
}

export function inspectNode(transport: Transport, id: string): Promise<Node> {
  return transport.read(`/nodes/${part(id)}`, { subject: { kind: 'node', name: id } })
}

export function inspectSecret(transport: Transport, id: string): Promise<Secret> {
  return transport.read(`/secrets/${part(id)}`, { subject: { kind: 'secret', name: id } })
}

/** With the scope, or a network that is already removed from the swarm is still found on this node for a while. */
export async function inspectNetwork(transport: Transport, id: string): Promise<Network> {
  const subject = { kind: 'network', name: id }
  return asListed(await transport.read<Network>(`/networks/${part(id)}`, { query: { scope: 'swarm' }, subject }))
}

/** By its exact name; the engine would also take the beginning of an id. */
export async function findService(transport: Transport, name: string): Promise<Service | null> {
  const service = await inspectService(transport, name).catch(nullIfGone)
  return service?.Spec.Name === name ? service : null
}

/** Also one that is removed from the swarm and still has containers on this node: nothing in the answer tells. */
export async function findNetwork(transport: Transport, name: string): Promise<Network | null> {
  const network = await inspectNetwork(transport, name).catch(nullIfGone)
  return network?.Name === name ? network : null
}

/** By its exact name; the engine's filter takes beginnings. */
export async function findSecret(transport: Transport, name: string): Promise<Secret | null> {
  const secrets = await transport.read<Secret[]>('/secrets', { query: filtered({ name: [name] }) })
  return secrets.find((secret) => secret.Spec.Name === name) ?? null
}

/** Without what an inspection adds about the containers and peers of this one node, which would differ each time. */
function asListed(network: Network & { Containers?: unknown; Services?: unknown; Peers?: unknown }): Network {
  const { Containers: _containers, Services: _services, Peers: _peers, ...listed } = network
  return listed
}

function nullIfGone(error: unknown): null {
  if (isAppError(error) && error.code === 'not_found') return null
  throw error
}
