import 'server-only'
import type { EngineInfo } from '@/lib/swarm/engine-types'
import type { Transport } from './connection/transport'

/** As much of `GET /info` as is read here. */
type Info = {
  Name?: string
  SystemTime?: string
  Swarm?: {
    NodeID?: string
    LocalNodeState?: string
    ControlAvailable?: boolean
    Error?: string
    NodeAddr?: string
    Cluster?: { ID?: string } | null
  }
}

/**
 * How the engine stands in its swarm. It answers this even without a quorum or while locked, when `/_ping` still says OK
 * and everything else fails.
 */
export async function readEngineInfo(transport: Transport): Promise<EngineInfo> {
  const version = await transport.version()
  const info = await transport.read<Info>('/info')
  const swarm = info.Swarm ?? {}
  return {
    ...version,
    swarmId: swarm.Cluster?.ID || null,
    nodeId: swarm.NodeID || null,
    nodeName: info.Name ?? '',
    localNodeState: swarm.LocalNodeState ?? 'inactive',
    isManager: swarm.ControlAvailable ?? false,
    error: swarm.Error ?? '',
    addresses: swarm.NodeAddr ? [swarm.NodeAddr] : [],
    systemTime: info.SystemTime ?? '',
  }
}
