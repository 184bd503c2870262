import 'server-only'
import { renewSetUpToken } from './auth/set-up'
import { watchPeerAddresses } from './http/client-address'
import { log } from './log'
import { page } from './paths/page'
import { type Settings, settings } from './settings'
import { openStore } from './store/store'

/** Long enough to send the last words on open streams, short enough for whoever waits for a restart. */
const shutdownMs = 1_500

/**
 * Everything that has to stand before the first request is answered. A start that fails ends the process: Next would go on
 * and answer 500 to everything.
 */
export async function boot(): Promise<void> {
  try {
    await start(settings())
  } catch (error) {
    process.stderr.write(`Skep cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
    log().fatal({ err: error }, 'the start failed')
    process.exit(1)
  }
}

async function start(given: Settings): Promise<void> {
  watchPeerAddresses()
  await openStore(given.dataFolder)
  await offerSetUp(given)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, shutDown)
}

async function offerSetUp(given: Settings): Promise<void> {
  const token = await renewSetUpToken()
  if (!token) return
  const origin = given.origins.at(-1)
  process.stdout.write(
    `\nMake the first user of Skep here (this link works once):\n${origin}${page.setUp()}#${token}\n\n`,
  )
}

/** Next waits for open answers, and a stream never ends by itself. */
function shutDown(): void {
  setTimeout(() => process.exit(0), shutdownMs).unref()
}
