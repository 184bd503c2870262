import type { DeployFile, RevisionContent } from '@/lib/contract/deploy'
import { bytesFromBase64, textFromBytes } from '@/lib/rotation/content/text-bytes'

/** A file that two revisions do not have alike. Null where there is no text to compare: bytes, or a secret. */
export type ChangedFile = { name: string; before: string | null; after: string | null }

type Files = Pick<RevisionContent, 'files'>

export function changedFiles(before: Files, after: Files): ChangedFile[] {
  const [old, wanted] = [byName(before), byName(after)]
  const names = [...new Set([...old.keys(), ...wanted.keys()])]
  return names
    .filter((name) => contentOf(old.get(name)) !== contentOf(wanted.get(name)))
    .map((name) => ({ name, before: textOf(old.get(name)), after: textOf(wanted.get(name)) }))
}

const byName = ({ files }: Files) => new Map(files.map((file) => [file.name, file]))

/** Of a secret only its size is known. */
function contentOf(file: DeployFile | undefined): string | null {
  return file ? (file.dataBase64 ?? `${file.sizeBytes} bytes`) : null
}

/** What is not there has no lines. */
function textOf(file: DeployFile | undefined): string | null {
  if (!file) return ''
  return file.dataBase64 === undefined ? null : (textFromBytes(bytesFromBase64(file.dataBase64))?.text ?? null)
}
