import type { Node, NodeSpec } from '@/lib/swarm/engine-types'
import { meta } from './meta'

type Wish = Partial<NodeSpec> & { Hostname: string; state?: string; engineLabels?: Record<string, string> }

/** A ready and active worker with two CPUs and 4 GiB whose ID is `node-HOSTNAME`, unless asked otherwise. */
export function node({ Hostname, state = 'ready', engineLabels = {}, ...spec }: Wish): Node {
  return {
    ID: `node-${Hostname}`,
    ...meta(),
    Spec: { Labels: {}, Role: 'worker', Availability: 'active', ...spec },
    Description: {
      Hostname,
      Platform: { Architecture: 'x86_64', OS: 'linux' },
      Resources: { NanoCPUs: 2e9, MemoryBytes: 4 * 1024 ** 3 },
      Engine: { EngineVersion: '28.5.2', Labels: engineLabels, Plugins: [] },
    },
    Status: { State: state, Addr: '10.0.0.1' },
    ...(spec.Role === 'manager' && {
      ManagerStatus: { Leader: true, Reachability: 'reachable', Addr: '10.0.0.1:2377' },
    }),
  }
}
