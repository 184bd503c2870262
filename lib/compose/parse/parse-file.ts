import { finding } from '@/lib/compose/finding'
import { type Source, sourceOf } from '@/lib/compose/place'
import { ComposeRefusal } from '@/lib/compose/refusal'
import { parseYaml } from '@/lib/compose/yaml/parse-yaml'
import { YamlSyntaxError } from '@/lib/compose/yaml/yaml-problem'
import type { MappingNode } from './compose-node'
import { decodeText, longestText } from './decode-text'
import { type IgnoredTag, readNodes } from './read-nodes'

/** A Compose file that was read: its text, its values, and whether more documents follow, which nobody reads. */
export type ParsedFile = { source: Source; root: MappingNode; ignoredTags: IgnoredTag[]; hasMoreDocuments: boolean }

/** Reads the first document of a Compose file. Throws ComposeRefusal. */
export function parseFile(name: string, content: string | Uint8Array): ParsedFile {
  const decoded = decodeText(content)
  if ('problem' in decoded) {
    const { offset, text = '' } = decoded
    const place = { source: sourceOf(name, text), start: offset, end: offset }
    throw new ComposeRefusal([finding(decoded.problem, place, { file: name, most: longestText })])
  }
  const source = sourceOf(name, decoded.text)
  const { root: syntax, endsEarly } = syntaxOf(source)
  const read = syntax ? readNodes(syntax, source) : null
  if (read?.value.kind !== 'mapping')
    throw new ComposeRefusal([finding('not_a_mapping', read?.value.place ?? { source, start: 0, end: 0 })])
  return { source, root: read.value, ignoredTags: read.ignoredTags, hasMoreDocuments: endsEarly }
}

function syntaxOf(source: Source): ReturnType<typeof parseYaml> {
  try {
    return parseYaml(source.text)
  } catch (error) {
    if (!(error instanceof YamlSyntaxError)) throw error
    const place = { source, start: error.offset, end: error.offset }
    throw new ComposeRefusal([finding('yaml_syntax', place, { problem: error.problem, subject: error.subject })])
  }
}
