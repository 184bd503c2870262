import 'server-only'
import { inspect } from 'node:util'
import { renewSetUpToken } from '@/lib/auth/set-up'
import { watchPeerAddresses } from '@/lib/http/client-address'
import { live } from '@/lib/live/live'
import { closeAllStreams } from '@/lib/live/streams/streams'
import { releaseOperations, resumeOperations } from '@/lib/operations/recovery'
import { startSchedule, stopSchedule } from '@/lib/operations/schedule/schedule'
import { page } from '@/lib/paths/page'
import { closeStore, openStore } from '@/lib/store/store'
import { log } from './log'
import { type Settings, SettingsError, settings } from './settings'

/** For operations to be let go of in order; whoever restarts us does not wait longer. */
const shutdownMs = 1_500

/**
 * Everything that has to stand before the first request is answered. A start that fails ends the process: Next would go on
 * and answer 500 to everything.
 */
export async function boot(): Promise<void> {
  try {
    await start(settings())
  } catch (error) {
    // Not by the log, since the settings that it needs may be what is wrong.
    const story = error instanceof SettingsError ? error.message : inspect(error)
    process.stderr.write(`Skep cannot start: ${story}\n`)
    process.exit(1)
  }
}

async function start(given: Settings): Promise<void> {
  watchPeerAddresses()
  await openStore(given.dataFolder, given.keyFile)
  await offerSetUp(given)
  live().start()
  await resumeOperations()
  startSchedule()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown())
}

async function offerSetUp(given: Settings): Promise<void> {
  const token = await renewSetUpToken()
  if (!token) return
  // The last is the one that an admin named, where he named any.
  const origin = given.origins.length > 3 ? given.origins.at(-1) : given.origins[0]
  process.stdout.write(
    `\nMake the first user of Skep here (this link works once):\n${origin}${page.setUp()}#${token}\n\n`,
  )
}

/**
 * Next waits for open answers, and a stream never ends by itself. Operations are let go of, so that the next process takes
 * them over without waiting for their leases, and closing the database leaves one whole file for whoever copies it.
 */
async function shutDown(): Promise<void> {
  setTimeout(() => process.exit(0), shutdownMs).unref()
  stopSchedule()
  closeAllStreams()
  live().stop()
  try {
    await releaseOperations()
    await closeStore()
  } catch (error) {
    log().error({ err: error }, 'the end was not an orderly one')
  }
  process.exit(0)
}
