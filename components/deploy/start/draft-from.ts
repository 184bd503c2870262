import { type Draft, type DraftBase, type DraftFile, emptyDraft } from '@/components/deploy/draft/draft'
import type { DeployFile, RevisionContent } from '@/lib/contract/deploy'
import { bytesFromBase64, textFromBytes } from '@/lib/rotation/content/text-bytes'

/** Files that are no text: the draft shows none of their bytes, its store holds them. */
export type DraftWithBytes = { draft: Draft; bytes: ReadonlyMap<string, Uint8Array> }

type Content = Pick<RevisionContent, 'files' | 'composeFiles' | 'variables' | 'sensitiveVariables' | 'options'>

/** A draft that begins with what was deployed, or with what was rebuilt from what runs. */
export function draftFrom(stack: string, base: DraftBase, content: Content): DraftWithBytes {
  const { files, composeFiles, variables, sensitiveVariables, options } = content
  const bytes = new Map<string, Uint8Array>()
  const draftFiles = files.map((file): DraftFile => {
    const given = file.dataBase64 === undefined ? null : bytesFromBase64(file.dataBase64)
    const text = given && textFromBytes(given)
    if (text) return { name: file.name, body: { kind: 'text', text: text.text, hasMark: text.hasMark } }
    if (given) bytes.set(file.name, given)
    return { name: file.name, body: { kind: given ? 'held' : 'lost', sizeBytes: file.sizeBytes } }
  })
  const isGiven = (file: DeployFile) => file.dataBase64 !== undefined
  return {
    bytes,
    draft: {
      ...emptyDraft,
      stack,
      base,
      files: draftFiles,
      composeFiles,
      variables,
      sensitivity: Object.fromEntries(sensitiveVariables.map((name) => [name, true])),
      // A choice of replicas was one for that moment.
      options: { ...options, replicas: {} },
      askedFiles: files.filter((file) => isGiven(file) && !composeFiles.includes(file.name)).map(({ name }) => name),
      secretFiles: files.filter((file) => !isGiven(file)).map(({ name }) => name),
    },
  }
}
