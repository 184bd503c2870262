import { type NamingProblem, nameObjectIn } from '@/lib/compose/edit/name-object'
import type { TextEdit } from '@/lib/compose/finding'
import type { LoadedFile, LoadedStack } from '@/lib/compose/load-stack'
import { childOf, entriesOf } from '@/lib/compose/parse/compose-node'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { uploadedName } from '@/lib/deploy/files/file-uses'
import { keysOf } from './object-keys'
import type { WantedName } from './wanted-names'

export type FilesProblem = NamingProblem | 'file_shared' | 'some_services_stay'

/** What the files of a stack need to name other versions: edits, and files whose content is that of a version then. */
export type FileNaming = {
  edits: TextEdit[]
  contents: { file: string; kind: DataObjectKind; of: string }[]
  /** Those of the edits that replace a value which is not to be shown. */
  masked?: TextEdit[]
}

export type NamingRefusal = { problem: FilesProblem; name: string }

/**
 * The edits after which the files call the versions by their names. Keys, comments and layout stay. An object that the
 * stack makes from a file of its own gets a name in place of the implied one, and its file gets the version's content.
 */
export function nameInFiles(
  stack: string,
  loaded: LoadedStack,
  wanted: readonly WantedName[],
): FileNaming | NamingRefusal {
  const edits: FileNaming['edits'] = []
  const contents: FileNaming['contents'] = []
  for (const { kind, from, to } of wanted) {
    const keys = keysOf(stack, loaded, kind, from)
    for (const file of filesWith(loaded, kind, keys)) {
      const naming = nameObjectIn(file, { kind, stack, from, to })
      if ('problem' in naming) return { problem: naming.problem, name: from }
      edits.push(...naming.edits)
    }
    const own = ownFile(loaded, kind, keys)
    if (own === null) continue
    if (usersOf(loaded, own) > keys.length) return { problem: 'file_shared', name: from }
    contents.push({ file: own, kind, of: to })
  }
  return { edits, contents }
}

/** Of several files, the last one that has a key counts alone. */
function filesWith({ files }: LoadedStack, kind: DataObjectKind, keys: readonly string[]): Set<LoadedFile> {
  const has = (file: LoadedFile, key: string) => entriesOf(childOf(file.root, `${kind}s`)).some(([own]) => own === key)
  return new Set(keys.flatMap((key) => files.findLast((file) => has(file, key)) ?? []))
}

/** The file that the object is made from, as it is uploaded; null for one that is made elsewhere. */
function ownFile({ model }: LoadedStack, kind: DataObjectKind, keys: readonly string[]): string | null {
  const object = model[`${kind}s`].get(keys[0] ?? '')
  return object && !object.isExternal && object.driver === '' ? uploadedName(object.file) : null
}

function usersOf({ model }: LoadedStack, file: string): number {
  return [...model.configs.values(), ...model.secrets.values()].filter(
    (object) => !object.isExternal && uploadedName(object.file) === file,
  ).length
}
