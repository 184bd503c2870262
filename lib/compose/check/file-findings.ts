import type { Finding } from '@/lib/compose/finding'
import { finding } from '@/lib/compose/finding'
import type { ParsedFile } from '@/lib/compose/parse/parse-file'
import { decimalModes } from './decimal-modes'
import { droppedValues } from './dropped-values'
import { ignoredProperties } from './ignored-properties'
import { oneLetterVolumes } from './one-letter-volumes'
import { overwrittenLabels } from './overwritten-labels'
import { unknownPortWords } from './port-words'
import { restartOutsideDeploy } from './restart'
import { rewrittenValues } from './rewritten-values'
import { forgottenTmpfs } from './tmpfs'
import { unquotedPorts } from './unquoted-ports'

/**
 * What in a file means something other than it says, or nothing at all. Looks at the file as it is written, before its
 * variables are put in, and takes it as it comes: it may yet be refused.
 */
export function fileFindings({ root, ignoredTags, hasMoreDocuments }: ParsedFile, minor: number): Finding[] {
  const { source, end } = root.place
  const next = { source, start: end, end }
  return [
    ...ignoredProperties(root),
    ...droppedValues(root),
    ...forgottenTmpfs(root, minor),
    ...restartOutsideDeploy(root),
    ...oneLetterVolumes(root, minor),
    ...rewrittenValues(root),
    ...decimalModes(root),
    ...unknownPortWords(root),
    ...unquotedPorts(root),
    ...overwrittenLabels(root),
    ...ignoredTags.map(({ tag, place }) => finding('tag_ignored', place, { tag })),
    ...(hasMoreDocuments ? [finding('documents_ignored', next)] : []),
  ]
}
