import 'server-only'
import type { NetworkBody, ServiceBody } from '@/lib/compose/convert/bodies'
import { AppError } from '@/lib/errors/app-error'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import type { Transport } from './connection/transport'

export type NewConfig = {
  name: string
  labels: Record<string, string>
  /** Null where a driver has it. */
  data: Buffer | null
  templating: string | null
  driver?: { Name: string; Options?: Record<string, string> }
}
export type NewSecret = NewConfig

/** As the engine takes it: what it gave, or what a stack file makes. Whole numbers may be bigint. */
export type SpecBody = ServiceSpec | ServiceBody

/** The value of an X-Registry-Auth header: what nodes pull the image with. */
type WithCredentials = { registryAuth?: string | null }

export type NewService = WithCredentials & { spec: SpecBody }
export type ServiceUpdate = WithCredentials & { id: string; versionIndex: number; spec: SpecBody }
/** Of a config or secret whose labels change. `data`, where it is known, must be what the object holds. */
export type Relabelling = {
  id: string
  versionIndex: number
  name: string
  labels: Record<string, string>
  data?: Buffer
}

export function createConfig(transport: Transport, config: NewConfig): Promise<string> {
  return create(transport, 'config', config)
}

export function createSecret(transport: Transport, secret: NewSecret): Promise<string> {
  return create(transport, 'secret', secret)
}

async function create(transport: Transport, kind: 'config' | 'secret', wanted: NewConfig): Promise<string> {
  const { name, labels, data, templating, driver } = wanted
  const { ID } = await transport.write<{ ID: string }>({
    method: 'POST',
    path: `/${kind}s/create`,
    body: {
      Name: name,
      Labels: labels,
      ...(data && { Data: data.toString('base64') }),
      ...(driver && { Driver: driver }),
      ...(templating !== null && { Templating: { Name: templating } }),
    },
    subject: { kind, name },
  })
  return ID
}

/** Returns the id. Names of configs, secrets and networks are resolved by the engine, where it says that they exist. */
export async function createService(transport: Transport, { spec, registryAuth }: NewService): Promise<string> {
  requireExactNumbers(spec)
  const { ID } = await transport.write<{ ID: string }>({
    method: 'POST',
    path: '/services/create',
    headers: credentialHeaders(registryAuth),
    body: spec,
    subject: { kind: 'service', name: spec.Name },
  })
  return ID
}

/**
 * Replaces the whole spec. Without credentials, the engine keeps those of the present spec. Returns its warnings, such as
 * an image that no registry could resolve.
 */
export async function updateService(
  transport: Transport,
  { id, versionIndex, spec, registryAuth }: ServiceUpdate,
): Promise<string[]> {
  requireExactNumbers(spec)
  const answer = await transport.write<{ Warnings?: string[] | null } | null>({
    method: 'POST',
    path: `/services/${encodeURIComponent(id)}/update`,
    query: { version: String(versionIndex) },
    headers: credentialHeaders(registryAuth),
    body: spec,
    subject: { kind: 'service', name: spec.Name },
  })
  return answer?.Warnings ?? []
}

function credentialHeaders(registryAuth: string | null | undefined): Record<string, string> {
  return registryAuth ? { 'X-Registry-Auth': registryAuth } : {}
}

/** Returns the id. A network that was removed keeps its name on a node until the last container there has left it. */
export async function createNetwork(transport: Transport, network: NetworkBody): Promise<string> {
  const subject = { kind: 'network', name: network.Name }
  const { Id } = await transport.write<{ Id: string }>({
    method: 'POST',
    path: '/networks/create',
    body: network,
    subject,
  })
  return Id
}

/** Gives a config or secret other labels, all of them; the engine refuses another content. */
export async function relabel(
  transport: Transport,
  kind: 'config' | 'secret',
  { id, versionIndex, name, labels, data }: Relabelling,
): Promise<void> {
  await transport.write({
    method: 'POST',
    path: `/${kind}s/${encodeURIComponent(id)}/update`,
    query: { version: String(versionIndex) },
    body: { Name: name, Labels: labels, ...(data && { Data: data.toString('base64') }) },
    subject: { kind, name },
  })
}

export async function removeObject(
  transport: Transport,
  kind: 'config' | 'secret' | 'service' | 'network',
  id: string,
): Promise<void> {
  const path = `/${kind}s/${encodeURIComponent(id)}`
  await transport.write({ method: 'DELETE', path, subject: { kind, name: id } })
}

/** Makes a swarm of one node and returns the node's id. */
export async function initSwarm(transport: Transport, advertiseAddress: string): Promise<string> {
  return transport.write<string>({
    method: 'POST',
    path: '/swarm/init',
    body: { ListenAddr: '0.0.0.0:2377', AdvertiseAddr: advertiseAddress },
  })
}

/** A number beyond 2^53 was rounded when it was read; sent back, it would change a field that nobody wanted to change. */
function requireExactNumbers(value: unknown): void {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new AppError('engine_refused', { engineText: `The number ${value} cannot be sent back exactly.` })
  }
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(requireExactNumbers)
}
