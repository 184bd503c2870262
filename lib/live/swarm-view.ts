import type { SwarmView } from '@/lib/contract/swarm'
import type { Snapshot } from '@/lib/swarm/snapshot'
import { swarmTotals } from '@/lib/swarm/totals'
import type { Standing } from './watch/watcher'

const nothingCounted = { nodes: 0, nodesReady: 0, managers: 0, managersReachable: 0 }

/** The topic `swarm`. Numbers are those of the last snapshot, also while the engine is away. */
export function swarmView({ connection, since, problem, info }: Standing, snapshot: Snapshot | null): SwarmView {
  return {
    connection,
    since,
    problem: problem && { code: problem.code, params: problem.params },
    swarmId: snapshot?.swarmId ?? info?.swarmId ?? null,
    engineVersion: info?.engineVersion ?? null,
    apiVersion: info?.apiVersion ?? null,
    nodeName: info?.nodeName ?? null,
    ...(snapshot ? swarmTotals(snapshot) : nothingCounted),
  }
}
