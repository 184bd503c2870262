import type { MappingNode } from '@/lib/compose/parse/compose-node'
import { decodeText } from '@/lib/compose/parse/decode-text'
import { parseFile } from '@/lib/compose/parse/parse-file'
import { type Source, sourceOf } from '@/lib/compose/place'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { DeployFile } from '@/lib/contract/deploy'
import { uploadedName } from './file-uses'

/** The Compose files as far as they can be read: of one that is broken at the moment, its bare text. */
export function parsedRoots(files: readonly DeployFile[], composeFiles: readonly string[]): (MappingNode | Source)[] {
  return composeFiles.flatMap((name) => {
    const file = files.find((it) => uploadedName(it.name) === uploadedName(name))
    if (file?.dataBase64 === undefined) return []
    const bytes = Buffer.from(file.dataBase64, 'base64')
    try {
      return parseFile(file.name, bytes).root
    } catch (error) {
      if (!(error instanceof ComposeRefusal)) throw error
      const decoded = decodeText(bytes)
      return 'problem' in decoded ? [] : sourceOf(file.name, decoded.text)
    }
  })
}
