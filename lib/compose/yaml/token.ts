type Range = { start: number; end: number }

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded'

export type MarkType =
  | 'stream-end'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'

export type ScalarToken = Range & { type: 'scalar'; value: string; style: ScalarStyle }
export type TagToken = Range & { type: 'tag'; handle: string; suffix: string }

export type Token =
  | (Range & { type: MarkType })
  | ScalarToken
  | TagToken
  | (Range & { type: 'alias' | 'anchor'; value: string })
  | (Range & { type: 'version-directive'; version: string })
  | (Range & { type: 'tag-directive'; handle: string; prefix: string })

export type TokenType = Token['type']
