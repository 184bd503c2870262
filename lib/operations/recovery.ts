import 'server-only'
import { live } from '@/lib/live/live'
import { log } from '@/lib/log'
import { settings } from '@/lib/settings'
import { claim, listAbandoned, renewLeases } from '@/lib/store/operations'
import { store } from '@/lib/store/store'
import { runningIds, start, stop } from './execute'
import { loadPolicies, policiesSource } from './policies/known-policies'
import { loadOperations, operationsSource } from './record/feed'
import { processOwner } from './record/owner'
import { loadRotations, rotations } from './record/rotations'
import { drifts, refreshDrift } from './stacks/drift'

const g = globalThis as typeof globalThis & { skepLeases?: NodeJS.Timeout }

/**
 * Shows the operations that are recorded, and from now on takes over those that nobody carries on: left by a process that
 * died, or that lost its database. To be called once the store is open and the watcher started.
 */
export async function resumeOperations(): Promise<void> {
  await Promise.all([loadOperations(), loadRotations(), loadPolicies()])
  live().setOperations(operationsSource(() => live().stamp().swarmId))
  live().setPolicies(policiesSource)
  live().setRotations(rotations)
  live().setDrift(drifts)
  clearInterval(g.skepLeases)
  g.skepLeases = setInterval(() => void look(), settings().leaseMs / 3)
  g.skepLeases.unref()
  await look()
}

/** Lets go of everything at once, so that the next process need not wait for the leases to run out. */
export async function releaseOperations(): Promise<void> {
  clearInterval(g.skepLeases)
  const ids = runningIds()
  await Promise.all(ids.map(stop))
  await renewLeases(ids, processOwner(), 0)
}

async function look(): Promise<void> {
  try {
    const now = Date.now()
    const until = now + settings().leaseMs
    await renewLeases(runningIds(), processOwner(), until)
    // An operation belongs to its swarm; one that makes a swarm belongs to none.
    const swarmIds = live().stamp().asOf > 0 ? ['', live().stamp().swarmId] : ['']
    for (const id of await listAbandoned(swarmIds, now)) {
      if (await claim(store(), { id, owner: processOwner(), now, until })) start(id)
    }
    // May take long at the start, when every stack's files are read.
    await refreshDrift()
  } catch (error) {
    log().error({ err: error }, 'leases could not be renewed')
  }
}
