import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { OperationView } from '@/lib/contract/operations'
import { live } from '@/lib/live/live'
import { findOperationView } from '@/lib/operations/record/find-view'
import { releaseOperations, resumeOperations } from '@/lib/operations/recovery'
import { closeStore, openStore } from '@/lib/store/store'
import { downSandbox, upSandbox } from '@/scripts/sandbox/sandbox.mjs'
import { sandboxName } from './stage'

export const measurer = { id: 'measure', name: 'measure' }

/** A swarm of three nodes, and Skep below its routes in this process. Both are gone afterwards. */
export async function withSkepInProcess(measure: (place: { dockerHost: string; folder: string }) => Promise<void>) {
  const { dockerHost } = await upSandbox({ name: sandboxName, nodes: 3, managers: 1, log: console.log })
  const folder = mkdtempSync(join(tmpdir(), 'skep-measure-'))
  process.env.DOCKER_HOST = dockerHost
  process.env.SKEP_TEST_DOCKER_HOST = dockerHost
  process.env.SKEP_LOG_LEVEL = 'warn'
  try {
    await openStore(join(folder, 'data'))
    live().start()
    while (live().stamp().asOf === 0) await setTimeout(20)
    await resumeOperations()
    await measure({ dockerHost, folder })
  } finally {
    await releaseOperations()
    live().stop()
    await closeStore()
    await downSandbox(sandboxName)
    rmSync(folder, { recursive: true })
  }
}

/** The operation, once neither it nor what follows it goes on by itself. */
export async function ended(id: string): Promise<OperationView> {
  const isMoving = ({ state }: OperationView) => state === 'planned' || state === 'running'
  while (live().view('operations').rows.some(isMoving)) await setTimeout(50)
  return findOperationView(id)
}
