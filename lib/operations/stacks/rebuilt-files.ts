import 'server-only'
import { rebuildStack } from '@/lib/compose/rebuild/rebuild-stack'
import type { RebuiltFiles } from '@/lib/contract/deploy'
import { engine } from '@/lib/engine/engine'
import { AppError } from '@/lib/errors/app-error'
import { live } from '@/lib/live/live'
import { apiVersion } from '@/lib/operations/requests/plan-stack'
import type { Config } from '@/lib/swarm/engine-types'
import { type Snapshot, stackOf } from '@/lib/swarm/snapshot'

/** The files of a stack as they would have to be to make what runs now, and what they cannot say. */
export async function rebuiltFiles(stack: string): Promise<RebuiltFiles> {
  const snapshot = live().snapshot()
  if (!snapshot.servicesByStack.has(stack)) throw new AppError('not_found', { kind: 'stack', name: stack })
  return rebuilt(snapshot, stack, await contentsOfConfigs(snapshot, stack))
}

/** The same with contents that are there already, for a snapshot that may be another one than the last. */
export function rebuilt(
  snapshot: Snapshot,
  stack: string,
  configContents: ReadonlyMap<string, Uint8Array>,
): RebuiltFiles {
  const { composeFile, files, losses } = rebuildStack({ stack, snapshot, configContents, apiVersion: apiVersion() })
  return {
    composeFiles: [composeFile],
    files: files.map((file) => {
      const bytes = Buffer.from('bytes' in file ? file.bytes : file.text)
      return { name: file.name, sizeBytes: bytes.length, dataBase64: bytes.toString('base64') }
    }),
    losses,
  }
}

/** Of the stack's own configs, whose content becomes a file beside the Compose file. The engine is asked for each. */
export async function contentsOfConfigs(snapshot: Snapshot, stack: string): Promise<Map<string, Uint8Array>> {
  const read = await Promise.all(ownConfigs(snapshot, stack).map(({ ID }) => engine().readConfig(ID)))
  return new Map(read.map(({ config, data }) => [config.ID, data]))
}

export function ownConfigs(snapshot: Snapshot, stack: string): Config[] {
  return [...snapshot.config.values()].filter(({ Spec }) => stackOf(Spec.Labels) === stack)
}
