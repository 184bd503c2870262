import { nameObjectIn } from '@/lib/compose/edit/name-object'
import type { TextEdit } from '@/lib/compose/finding'
import type { LoadedFile } from '@/lib/compose/load-stack'
import { childOf, entriesOf } from '@/lib/compose/parse/compose-node'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import type { DeployRemedy } from '@/lib/contract/deploy'
import type { DeployContext } from '@/lib/deploy/deploy-context'
import { familyOf, versionsOf } from '@/lib/rotation/family'
import { successorName } from '@/lib/rotation/successor-name'

type Wish = { kind: DataObjectKind; key: string; name: string; contentSha256: string }

/**
 * The content under another name, which is how a config is changed: the engine makes a new one, and the services that
 * name it by its key follow. Null where an alias or a variable gives the name, which only a person can change.
 */
export function renameRemedy({ converted, snapshot, stack, now = new Date() }: DeployContext, wish: Wish) {
  const { kind, key, name, contentSha256 } = wish
  const objects = [...snapshot[kind].values()]
  const current = objects.find(({ Spec }) => Spec.Name === name)
  const versions = current ? versionsOf(objects, familyOf(current.Spec)).map(({ Spec }) => Spec.Name) : [name]
  const to = successorName({ versions, taken: objects.map(({ Spec }) => Spec.Name), contentSha256, now })
  // Of several files, the last one that has the key counts alone.
  const file = converted.loaded.files.findLast((candidate) => hasKey(candidate, `${kind}s`, key))
  if (!file) return null
  const naming = nameObjectIn(file, { kind, stack, from: name, to })
  if ('problem' in naming || naming.edits.some((edit) => replacesVariable(file, edit))) return null
  return { action: 'edit', code: 'rename', edits: naming.edits } satisfies DeployRemedy
}

function hasKey({ root }: LoadedFile, section: string, key: string): boolean {
  return entriesOf(childOf(root, section)).some(([own]) => own === key)
}

function replacesVariable({ source }: LoadedFile, { start, end }: TextEdit): boolean {
  return source.text.slice(start, end).includes('$')
}
