import type { MappingNode } from '@/lib/compose/parse/compose-node'
import { parseFile } from '@/lib/compose/parse/parse-file'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { DeployFile } from '@/lib/contract/deploy'
import { uploadedName } from './file-uses'

/** The Compose files as far as they can be read: variables are named even while something else is wrong with a file. */
export function parsedRoots(files: readonly DeployFile[], composeFiles: readonly string[]): MappingNode[] {
  return composeFiles.flatMap((name) => {
    const file = files.find((it) => uploadedName(it.name) === uploadedName(name))
    if (file?.dataBase64 === undefined) return []
    try {
      return parseFile(file.name, Buffer.from(file.dataBase64, 'base64')).root
    } catch (error) {
      if (error instanceof ComposeRefusal) return []
      throw error
    }
  })
}
