import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import type { DeployFile } from '@/lib/contract/deploy'
import { uploadedName } from '@/lib/deploy/files/file-uses'

/** What changes in text files, in unified form: for `patch -p1` and `git apply`. Files of the same names are compared. */
export function unifiedPatch(before: readonly DeployFile[], after: readonly DeployFile[]): string {
  return after
    .map((file) => {
      const name = uploadedName(file.name)
      const [was, is] = [before.find((other) => other.name === file.name), file].map(textOf)
      if (was === null || is === null || was === undefined || is === undefined || was === is) return ''
      const options = { context: 3, headerOptions: FILE_HEADERS_ONLY }
      return createTwoFilesPatch(`a/${name}`, `b/${name}`, was, is, undefined, undefined, options)
    })
    .join('')
}

/** Null for what is no text, or was not given. */
function textOf(file: DeployFile | undefined): string | null {
  if (file?.dataBase64 === undefined) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(file.dataBase64, 'base64'))
  } catch {
    return null
  }
}
