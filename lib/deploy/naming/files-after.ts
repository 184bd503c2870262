import type { ConvertedStack } from '@/lib/compose/convert-stack'
import type { DeployFile } from '@/lib/contract/deploy'
import type { Moved } from '@/lib/contract/stack-files'
import { convertFiles, type FilesWish } from '@/lib/deploy/files/convert-files'
import type { Service } from '@/lib/swarm/engine-types'
import { isSameJson } from '@/lib/swarm/same-json'
import { referencesOf } from '@/lib/swarm/spec/references'
import { editedFiles } from './edited-files'
import { type FileNaming, type NamingRefusal, nameInFiles } from './name-in-files'
import { type WantedName, wantedNames } from './wanted-names'

type Wish = {
  stack: FilesWish
  /** Of the stack, as they are live, by name. */
  services: ReadonlyMap<string, Service>
  moved: readonly Moved[]
  /** A config's bytes; null where its file may stay as it is. */
  contentOf: (config: string) => Uint8Array | null
}

export type FilesAfter = {
  files: DeployFile[]
  naming: FileNaming
  before: ConvertedStack
  converted: ConvertedStack
}

/**
 * The stack's files as they have to be once the references have moved: null when they are so already. What was edited is
 * converted again, and must differ by the names alone.
 */
export function filesAfter({ stack, services, moved, contentOf }: Wish): FilesAfter | NamingRefusal | null {
  const before = convertFiles(stack)
  if ('refused' in before) return { problem: 'not_readable', name: stack.stack }
  const { wanted, shared } = wantedNames({ converted: before, services, moved })
  const [first] = shared
  if (first) return { problem: 'some_services_stay', name: first.name }
  if (wanted.length === 0) return null
  const naming = nameInFiles(stack.stack, before.loaded, wanted)
  if ('problem' in naming) return naming
  const files = editedFiles(stack.files, before.loaded, naming, contentOf)
  const converted = convertFiles({ ...stack, files })
  if ('refused' in converted || !isRenamed(before, converted, wanted))
    return { problem: 'not_readable', name: wanted[0]?.from ?? '' }
  return { files, naming, before, converted }
}

function isRenamed(before: ConvertedStack, after: ConvertedStack, wanted: readonly WantedName[]): boolean {
  const renamed: Naming = (kind, name) => wanted.find((one) => one.kind === kind && one.from === name)?.to ?? name
  return isSameJson(
    usesOf(before, renamed),
    usesOf(after, (_kind, name) => name),
  )
}

type Naming = (kind: 'config' | 'secret', name: string) => string

/** Sorted, since the CLI sorts references by their names. */
function usesOf({ services }: ConvertedStack, nameOf: Naming): string[] {
  return services
    .flatMap(({ Name, TaskTemplate }) =>
      (['config', 'secret'] as const).flatMap((kind) =>
        referencesOf(kind, TaskTemplate).map(({ target, name }) => `${Name} ${kind} ${target} ${nameOf(kind, name)}`),
      ),
    )
    .toSorted()
}
