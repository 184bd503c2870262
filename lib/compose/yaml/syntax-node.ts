import type { ScalarStyle } from './token'

/** `start` and `end` are offsets of the content, without anchor and tag. */
type NodeBase = { tag: string | null; start: number; end: number }

export type ScalarNode = NodeBase & { kind: 'scalar'; value: string; style: ScalarStyle }
export type SequenceNode = NodeBase & { kind: 'sequence'; items: SyntaxNode[] }
export type MappingNode = NodeBase & {
  kind: 'mapping'
  isFlow: boolean
  pairs: { key: SyntaxNode; value: SyntaxNode }[]
}

/** Stands for the node with that anchor, of those before it the nearest. */
export type AliasNode = NodeBase & { kind: 'alias'; name: string; target: SyntaxNode }

/** YAML as it is written: aliases and merge keys stay, scalars are text. */
export type SyntaxNode = ScalarNode | SequenceNode | MappingNode | AliasNode
