import type { SwarmView } from '@/lib/contract/swarm'
import type { Snapshot } from './snapshot'

/** The numbers of the topic `swarm`. */
export function swarmTotals(
  snapshot: Snapshot,
): Pick<SwarmView, 'nodes' | 'nodesReady' | 'managers' | 'managersReachable'> {
  const nodes = [...snapshot.node.values()]
  const managers = nodes.filter((node) => node.Spec.Role === 'manager')
  return {
    nodes: nodes.length,
    nodesReady: nodes.filter((node) => node.Status.State === 'ready').length,
    managers: managers.length,
    managersReachable: managers.filter((node) => node.ManagerStatus?.Reachability === 'reachable').length,
  }
}
