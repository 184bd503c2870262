import { AppError } from '@/lib/errors/app-error'
import type { EngineInfo } from '@/lib/swarm/engine-types'
import type { Plan } from './plan'

/** Plans to make a swarm of the engine alone. `advertiseAddress` is what other nodes will reach it by. */
export function planInitSwarm(info: EngineInfo, advertiseAddress: string): Plan {
  if (info.localNodeState !== 'inactive') {
    throw new AppError('nothing_to_do', { kind: 'swarm', name: info.swarmId, state: info.localNodeState })
  }
  return {
    schema: 1,
    // The swarm has no id before it exists.
    swarmId: '',
    title: { code: 'init-swarm', params: { node: info.nodeName, address: advertiseAddress } },
    steps: [{ action: 'init-swarm', advertiseAddress }],
    notes: [],
    undoes: null,
  }
}
