import 'server-only'
import { sha256 } from '@/lib/plan/digest'
import { detectFormat } from '@/lib/swarm/content-format'
import type { Config } from '@/lib/swarm/engine-types'
import type { Transport } from './connection/transport'

/** As the engine gives it: with its whole content, in base64. */
type ConfigWithBody = Omit<Config, 'Content'> & { Spec: { Data?: string } }

/** Bodies are dropped one by one as they arrive: the engine has no list without them, and 500 configs can be 0.7 GB. */
export function listConfigs(transport: Transport, name?: string): Promise<Config[]> {
  const query = name === undefined ? undefined : { filters: JSON.stringify({ name: [name] }) }
  return transport.readList('/configs', { query }, (json) => withoutBody(JSON.parse(json)).config)
}

export async function inspectConfig(transport: Transport, id: string): Promise<Config> {
  return (await readConfig(transport, id)).config
}

export async function readConfig(transport: Transport, id: string): Promise<{ config: Config; data: Buffer }> {
  const path = `/configs/${encodeURIComponent(id)}`
  return withoutBody(await transport.read<ConfigWithBody>(path, { subject: { kind: 'config', name: id } }))
}

function withoutBody({ ID, Version, CreatedAt, UpdatedAt, Spec }: ConfigWithBody): { config: Config; data: Buffer } {
  const { Data, ...spec } = Spec
  const data = Buffer.from(Data ?? '', 'base64')
  const content = { SizeBytes: data.length, Sha256: sha256(data), Format: detectFormat(data) }
  return { config: { ID, Version, CreatedAt, UpdatedAt, Spec: spec, Content: content }, data }
}
