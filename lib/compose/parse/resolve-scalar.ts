import type { ScalarNode } from '@/lib/compose/yaml/syntax-node'
import { parseGoFloat, parseGoInteger } from './go-number'
import { type GoTime, parseGoTime } from './go-time'

/** What a scalar means. `merge` is the key `<<`. */
export type ScalarValue =
  | { kind: 'null' }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'integer'; value: bigint }
  | { kind: 'float'; value: number }
  | { kind: 'text'; value: string }
  | ({ kind: 'time' } & GoTime)
  | { kind: 'merge' }
  /** An explicit tag that the text does not fit. */
  | { kind: 'misfit'; tag: string }

const prefix = 'tag:yaml.org,2002:'

/** Tags that say which of our kinds is meant; all others leave the text as it is. */
const kindByTag = new Map<string, ScalarValue['kind']>([
  ['bool', 'boolean'],
  ['int', 'integer'],
  ['float', 'float'],
  ['null', 'null'],
  ['timestamp', 'time'],
])

const words = new Map<string, ScalarValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, ScalarValue] => [word, { kind: 'null' }]),
  ...['true', 'True', 'TRUE'].map((word): [string, ScalarValue] => [word, { kind: 'boolean', value: true }]),
  ...['false', 'False', 'FALSE'].map((word): [string, ScalarValue] => [word, { kind: 'boolean', value: false }]),
  ...['.nan', '.NaN', '.NAN'].map((word): [string, ScalarValue] => [word, { kind: 'float', value: Number.NaN }]),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word): [string, ScalarValue] => [
    word,
    { kind: 'float', value: Number.POSITIVE_INFINITY },
  ]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, ScalarValue] => [
    word,
    { kind: 'float', value: Number.NEGATIVE_INFINITY },
  ]),
])

/** Resolves a scalar as yaml.v3 does: neither by YAML 1.1 nor by 1.2. Source: go-yaml, resolve.go. */
export function resolveScalar({ tag, value, style }: ScalarNode): ScalarValue {
  if (tag === null || tag === '!') {
    if (style !== 'plain') return { kind: 'text', value }
    return value === '<<' ? { kind: 'merge' } : resolvePlain(value, true)
  }
  const name = tag.startsWith(prefix) ? tag.slice(prefix.length) : null
  if (name === 'merge') return value === '<<' ? { kind: 'merge' } : { kind: 'text', value }
  if (name === 'binary') return decodeBinary(value)
  const wanted = kindByTag.get(name ?? '')
  if (wanted === undefined) return { kind: 'text', value }

  const resolved = resolvePlain(value, wanted === 'time')
  if (resolved.kind === wanted) return resolved
  if (wanted === 'float' && resolved.kind === 'integer') return { kind: 'float', value: Number(resolved.value) }
  return { kind: 'misfit', tag: `!!${name}` }
}

function resolvePlain(text: string, mayBeTime: boolean): ScalarValue {
  const word = words.get(text)
  if (word) return word
  const number = resolveNumber(text, mayBeTime)
  return number ?? { kind: 'text', value: text }
}

function resolveNumber(text: string, mayBeTime: boolean): ScalarValue | null {
  if (text.startsWith('.')) {
    const float = parseGoFloat(text)
    return float === null ? null : { kind: 'float', value: float }
  }
  if (!/^[-+0-9]/.test(text)) return null
  const time = mayBeTime ? parseGoTime(text) : null
  if (time) return { kind: 'time', ...time }
  const digits = text.replaceAll('_', '')
  const integer = parseGoInteger(digits)
  if (integer !== null) return { kind: 'integer', value: integer }
  const float = parseGoFloat(digits)
  return float === null ? null : { kind: 'float', value: float }
}

function decodeBinary(text: string): ScalarValue {
  const compact = text.replaceAll(/[\r\n]/g, '')
  const isBase64 = /^[A-Za-z0-9+/]*={0,2}$/.test(compact) && compact.length % 4 === 0
  if (!isBase64) return { kind: 'misfit', tag: '!!binary' }
  const bytes = Uint8Array.from(atob(compact), (character) => character.charCodeAt(0))
  return { kind: 'text', value: new TextDecoder().decode(bytes) }
}
