import { applyEdits } from '@/lib/compose/edit/apply-edits'
import type { LoadedStack } from '@/lib/compose/load-stack'
import type { DeployFile } from '@/lib/contract/deploy'
import { uploadedName } from '@/lib/deploy/files/file-uses'
import type { FileNaming } from './name-in-files'

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

/**
 * The files of a stack with the versions named. `contentsByConfig` has the bytes of configs; without them a file
 * stays as it is. The value of a secret is in no file that is kept, and how long it is is nobody's business.
 */
export function editedFiles(
  files: readonly DeployFile[],
  loaded: LoadedStack,
  { edits, contents }: FileNaming,
  contentsByConfig: ReadonlyMap<string, Uint8Array>,
): DeployFile[] {
  return files.map((file) => {
    const name = uploadedName(file.name)
    const source = loaded.files.find((compose) => uploadedName(compose.source.name) === name)?.source
    if (source && edits.some((edit) => edit.file === source.name)) {
      const edited = Buffer.from(applyEdits(source.name, source.text, edits))
      return fileOf(file.name, hasMark(file) ? Buffer.concat([byteOrderMark, edited]) : edited)
    }
    const content = contents.find((one) => one.file === name)
    if (content?.kind === 'secret') return { name: file.name, sizeBytes: 1 }
    const bytes = content && contentsByConfig.get(content.of)
    return bytes ? fileOf(file.name, Buffer.from(bytes)) : file
  })
}

function fileOf(name: string, bytes: Buffer): DeployFile {
  return { name, sizeBytes: bytes.length, dataBase64: bytes.toString('base64') }
}

function hasMark({ dataBase64 = '' }: DeployFile): boolean {
  return Buffer.from(dataBase64.slice(0, 4), 'base64').equals(byteOrderMark)
}
