import type { OperationState, OperationView } from '@/lib/contract/operations'
import { testSwarm } from '@/lib/engine/testing/test-swarm'
import { live } from '@/lib/live/live'
import { findOperationView } from '@/lib/operations/record/find-view'
import { releaseOperations, resumeOperations } from '@/lib/operations/recovery'
import { temporaryStore } from '@/lib/store/testing/temporary-store'
import type { Snapshot } from '@/lib/swarm/snapshot'

export const kim = { id: 'user-kim', name: 'kim' }

/** Everything that runs in the server below the routes, on the tests' swarm and a database of its own. Answers how to stop it. */
export async function startServer(socket = testSwarm().manager): Promise<() => Promise<void>> {
  const { folder, remove } = await temporaryStore()
  Object.assign(process.env, {
    DOCKER_HOST: `unix://${socket}`,
    SKEP_DATA: folder,
    SKEP_LOG_LEVEL: 'warn',
    SKEP_LEASE_MS: '2000',
    // A busy machine of two cores may need half a minute to start a dozen containers.
    SKEP_CONVERGE_TIMEOUT_MS: '60000',
  })
  live().start()
  await settled(() => live().snapshot())
  await resumeOperations()
  const stop = async () => {
    await releaseOperations()
    live().stop()
    await remove()
  }
  return stop
}

/** Asks again until it does not throw, and does not answer with null. */
export async function settled<T>(ask: () => T | null | Promise<T | null>, limitMs = 60_000): Promise<T> {
  const until = Date.now() + limitMs
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== null) return answer
      throw new Error('there is no answer yet')
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** The snapshot, once the watcher has seen what the test made past it. */
export function snapshotWith(...ids: string[]): Promise<Snapshot> {
  return settled(() => {
    const snapshot = live().snapshot()
    const isKnown = (id: string) => snapshot.service.has(id) || snapshot.config.has(id) || snapshot.secret.has(id)
    return ids.every(isKnown) ? snapshot : null
  })
}

const movingStates: readonly OperationState[] = ['planned', 'running']

/** The operation, once it goes no further by itself. */
export function ended(id: string, limitMs = 100_000): Promise<OperationView> {
  return settled(async () => {
    const view = await findOperationView(id)
    return movingStates.includes(view.state) ? null : view
  }, limitMs)
}
