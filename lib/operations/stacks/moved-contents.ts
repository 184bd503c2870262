import 'server-only'
import type { Moved } from '@/lib/contract/stack-files'
import { engine } from '@/lib/engine/engine'
import { isAppError } from '@/lib/errors/app-error'
import { isInDoubt, pause } from '@/lib/operations/steps/patiently'

const retryMs = 1_000

/**
 * What is in the configs that references have moved to, by name: a stack's own file gets it. One that is gone already has
 * no content.
 */
export async function movedContentsOf(moved: readonly Moved[], read = readContent): Promise<Map<string, Uint8Array>> {
  const names = new Set(moved.flatMap(({ kind, to }) => (kind === 'config' ? to : [])))
  const contents = new Map<string, Uint8Array>()
  for (const name of names) {
    const data = await read(name)
    if (data) contents.set(name, data)
  }
  return contents
}

/** The same for the end of an operation, which waits for an engine that is away: it has not ended before files are true. */
export function awaitMovedContents(moved: readonly Moved[], signal: AbortSignal): Promise<Map<string, Uint8Array>> {
  return movedContentsOf(moved, async (name) => {
    for (;;) {
      try {
        return await readContent(name)
      } catch (error) {
        if (!isInDoubt(error)) throw error
        await pause(retryMs, signal)
      }
    }
  })
}

async function readContent(name: string): Promise<Uint8Array | null> {
  try {
    // The engine takes names for ids.
    return (await engine().readConfig(name)).data
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return null
    throw error
  }
}
