import 'server-only'
import { AppError } from '@/lib/errors/app-error'
import type { ServiceSpec } from '@/lib/swarm/engine-types'
import type { Transport } from './connection/transport'

export type NewConfig = { name: string; labels: Record<string, string>; data: Buffer; templating: string | null }
export type NewSecret = NewConfig
export type ServiceUpdate = { id: string; versionIndex: number; spec: ServiceSpec }

export function createConfig(transport: Transport, config: NewConfig): Promise<string> {
  return create(transport, 'config', config)
}

export function createSecret(transport: Transport, secret: NewSecret): Promise<string> {
  return create(transport, 'secret', secret)
}

async function create(transport: Transport, kind: 'config' | 'secret', wanted: NewConfig): Promise<string> {
  const { name, labels, data, templating } = wanted
  const { ID } = await transport.write<{ ID: string }>({
    method: 'POST',
    path: `/${kind}s/create`,
    body: {
      Name: name,
      Labels: labels,
      Data: data.toString('base64'),
      ...(templating !== null && { Templating: { Name: templating } }),
    },
    subject: { kind, name },
  })
  return ID
}

/**
 * Replaces the whole spec. The engine keeps the registry credentials of the present spec by itself. Returns its warnings,
 * such as an image that no registry could resolve.
 */
export async function updateService(
  transport: Transport,
  { id, versionIndex, spec }: ServiceUpdate,
): Promise<string[]> {
  requireExactNumbers(spec)
  const answer = await transport.write<{ Warnings?: string[] | null } | null>({
    method: 'POST',
    path: `/services/${encodeURIComponent(id)}/update`,
    query: { version: String(versionIndex) },
    body: spec,
    subject: { kind: 'service', name: spec.Name },
  })
  return answer?.Warnings ?? []
}

export async function removeObject(transport: Transport, kind: 'config' | 'secret', id: string): Promise<void> {
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
