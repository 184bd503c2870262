import { AppError, type Params } from '@/lib/errors/app-error'
import type { EngineInfo } from '@/lib/swarm/engine-types'

/** Why this engine can show no swarm, or null when it can. `addresses` are those on which a swarm could be initialised. */
export function problemOf(info: EngineInfo): AppError | null {
  const { localNodeState: state, error, addresses } = info
  const said: Params = error ? { engineText: error } : {}
  if (state === 'locked') return new AppError('swarm_locked')
  if (state === 'inactive' || state === 'pending') return new AppError('not_in_swarm', { state, addresses, ...said })
  if (state !== 'active') return new AppError('engine_failed', { state, ...said })
  if (!info.isManager) return new AppError('not_a_manager', { nodeName: info.nodeName })
  // A manager without a quorum still calls itself active and in control; only this text tells.
  if (error || !info.swarmId) return new AppError('no_quorum', said)
  return null
}
