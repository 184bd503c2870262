/**
 * What can be wrong with the syntax of a YAML text. The sentences of Go's yaml.v3 are in `messages/` under
 * `compose.yamlProblems`, so that a person finds with a search engine what others wrote about them.
 */
export const yamlProblems = [
  'unexpected_character',
  'colon_missing',
  'key_not_allowed',
  'value_not_allowed',
  'entry_not_allowed',
  'key_expected',
  'dash_expected',
  'sequence_end_expected',
  'mapping_end_expected',
  'content_expected',
  'document_start_expected',
  'unexpected_end',
  'unexpected_document_marker',
  'unknown_escape',
  'bad_escape_number',
  'bad_escape_character',
  'tab_in_indentation',
  'line_end_expected',
  'indentation_of_zero',
  'name_expected',
  'bad_directive',
  'duplicate_directive',
  'bad_tag',
  'unknown_tag_handle',
  'unsupported_version',
  'unknown_anchor',
  'too_deep',
  'too_large',
] as const

export type YamlProblem = (typeof yamlProblems)[number]

/** A syntax error, at a place in the text. `name` is what the problem is about, an anchor for instance. */
export class YamlSyntaxError extends Error {
  override readonly name = 'YamlSyntaxError'

  constructor(
    readonly problem: YamlProblem,
    readonly offset: number,
    readonly subject = '',
  ) {
    super(problem)
  }
}
