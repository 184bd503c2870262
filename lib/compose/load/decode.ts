import { finding } from '@/lib/compose/finding'
import type { FindingCode } from '@/lib/compose/finding-codes'
import { parseBytes } from '@/lib/compose/formats/byte-size'
import { parseDuration } from '@/lib/compose/formats/duration'
import { type ComposeNode, childOf, entriesOf, itemsOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { truncateToInt64 } from '@/lib/compose/parse/go-number'
import { goValue } from '@/lib/compose/parse/go-value'
import { ComposeRefusal } from '@/lib/compose/refusal'
import type { Params } from '@/lib/errors/app-error'

/*
 * What is absent or null is decoded into Go's zero value. The schema has seen to most types; what it lets through, a
 * date where a text belongs for instance, is refused here. Source: go-viper/mapstructure.
 */

export function refuse(code: FindingCode, node: ComposeNode, params: Params = {}): never {
  throw new ComposeRefusal([finding(code, node.place, params)])
}

export function isAbsent(node: ComposeNode | undefined): node is undefined {
  return node === undefined || node.kind === 'null'
}

export function textOf(node: ComposeNode | undefined): string {
  if (isAbsent(node)) return ''
  return node.kind === 'text' ? node.value : refuse('decode_wrong_type', node, { expected: 'string' })
}

export function textsOf(node: ComposeNode | undefined): string[] {
  // To the schema it is a text, and so a command for instance.
  if (node?.kind === 'time') return refuse('decode_wrong_type', node, { expected: 'list' })
  return itemsOf(node).map(textOf)
}

export function textOrTextsOf(node: ComposeNode | undefined): string[] {
  return node?.kind === 'list' ? textsOf(node) : isAbsent(node) ? [] : [textOf(node)]
}

export function booleanOf(node: ComposeNode | undefined): boolean {
  if (isAbsent(node)) return false
  return node.kind === 'boolean' ? node.value : refuse('decode_wrong_type', node, { expected: 'boolean' })
}

/** A whole number; a float loses its fraction. */
export function integerOf(node: ComposeNode | undefined): bigint {
  if (isAbsent(node)) return 0n
  if (node.kind === 'integer') return BigInt.asIntN(64, node.value)
  if (node.kind === 'float') return truncateToInt64(node.value)
  return refuse('decode_wrong_type', node, { expected: 'integer' })
}

/** A whole number that is not negative. What is too large for the bits loses its upper ones. */
export function unsignedOf(node: ComposeNode | undefined, bits = 64): bigint {
  if (node && (node.kind === 'integer' || node.kind === 'float') && node.value < 0) refuse('decode_negative', node)
  return BigInt.asUintN(bits, node?.kind === 'integer' ? node.value : integerOf(node))
}

export function floatOf(node: ComposeNode | undefined): number {
  if (isAbsent(node)) return 0
  if (node.kind === 'integer' || node.kind === 'float') return Number(node.value)
  return refuse('decode_wrong_type', node, { expected: 'number' })
}

/** In nanoseconds. */
export function durationOf(node: ComposeNode | undefined): bigint {
  if (isAbsent(node)) return 0n
  const duration = node.kind === 'text' ? parseDuration(node.value) : null
  return duration ?? refuse('decode_bad_duration', node)
}

export function bytesOf(node: ComposeNode | undefined): bigint {
  if (isAbsent(node)) return 0n
  if (node.kind === 'integer') return node.value
  const bytes = node.kind === 'text' ? parseBytes(node.value) : null
  return bytes ?? refuse('decode_bad_size', node)
}

export function orNull<T>(node: ComposeNode | undefined, decode: (node: ComposeNode) => T): T | null {
  return isAbsent(node) ? null : decode(node)
}

/** A value as Go prints it, which is mostly a scalar; null is the empty text. */
export function printedOf(node: ComposeNode): string {
  return node.kind === 'null' ? '' : goValue(node)
}

/** What the schema has not looked at may be anything. A date counts as nothing: it is a structure, as a mapping is. */
export function mappingOf(node: ComposeNode | undefined): MappingNode | undefined {
  if (isAbsent(node) || node.kind === 'time') return undefined
  return node.kind === 'mapping' ? node : refuse('decode_wrong_type', node, { expected: 'mapping' })
}

export function listOf(node: ComposeNode | undefined): ComposeNode[] {
  if (isAbsent(node)) return []
  return node.kind === 'list' ? node.items : refuse('decode_wrong_type', node, { expected: 'list' })
}

/** Driver options and the like, from a mapping alone. Null if they are not given, which differs from empty ones. */
export function optionsOf(node: ComposeNode | undefined): Map<string, string> | null {
  if (isAbsent(node)) return null
  if (node.kind !== 'mapping') return refuse('decode_wrong_type', node, { expected: 'mapping' })
  return new Map(entriesOf(node).map(([key, { value }]) => [key, printedOf(value)]))
}

/** Labels and the like, from a mapping or a list of `key=value`. A key alone has an empty value. */
export function labelsOf(node: ComposeNode | undefined): Map<string, string> {
  return new Map([...nullableLabelsOf(node)].map(([key, value]) => [key, value ?? '']))
}

/** As labelsOf, but a key alone, or with null, has the value null. */
export function nullableLabelsOf(node: ComposeNode | undefined): Map<string, string | null> {
  if (node?.kind === 'mapping')
    return new Map(entriesOf(node).map(([key, { value }]) => [key, isAbsent(value) ? null : printedOf(value)]))
  const labels = new Map<string, string | null>()
  if (!isAbsent(node) && node.kind !== 'list') return refuse('decode_wrong_type', node, { expected: 'mapping' })
  for (const item of textsOf(node)) {
    const at = item.indexOf('=')
    labels.set(at === -1 ? item : item.slice(0, at), at === -1 ? null : item.slice(at + 1))
  }
  return labels
}

/** Where the schema allows other keys, the decoder takes one that differs in case alone. */
export function looseChildOf(node: ComposeNode | undefined, key: string): ComposeNode | undefined {
  const exact = childOf(node, key)
  return exact ?? entriesOf(node).find(([other]) => other.toLowerCase() === key)?.[1].value
}
