export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null'

/** What a value must be like. An absent member asks for nothing. */
export type Rule = {
  types?: readonly JsonType[]
  /** Exactly one of these must hold. */
  oneOf?: readonly Rule[]
  properties?: Readonly<Record<string, Rule>>
  /** For keys that match; a key may match and be a property as well. */
  patterns?: readonly { pattern: RegExp; rule: Rule }[]
  /** Whether other keys are refused. */
  isClosed?: boolean
  required?: readonly string[]
  items?: Rule
  isUnique?: boolean
  choices?: readonly string[]
  minimum?: number
  format?: 'duration' | 'ports'
}

type Properties = Record<string, Rule>

export const anything: Rule = {}
export const text: Rule = { types: ['string'] }
export const number: Rule = { types: ['number'] }
export const integer: Rule = { types: ['integer'] }
export const boolean: Rule = { types: ['boolean'] }
export const duration: Rule = { types: ['string'], format: 'duration' }
export const textList: Rule = { types: ['array'], items: text }
export const uniqueTexts: Rule = { ...textList, isUnique: true }
export const textOrList: Rule = { oneOf: [text, textList] }
export const textOrUniqueTexts: Rule = { oneOf: [text, uniqueTexts] }

/** A mapping with these keys alone. */
export function closed(properties: Properties): Rule {
  return { types: ['object'], properties, isClosed: true }
}

/** A mapping in which other keys are allowed, and ignored. */
export function open(properties: Properties): Rule {
  return { types: ['object'], properties }
}

/** A mapping with keys of the person's choice. */
export function keyed(pattern: RegExp, rule: Rule): Rule {
  return { types: ['object'], patterns: [{ pattern, rule }] }
}

export function listOf(items: Rule): Rule {
  return { types: ['array'], items }
}

/** A closed mapping that may have `x-` keys too, from version 3.`first` on. */
export function extensible(rule: Rule, first: number, minor: number): Rule {
  return minor >= first ? { ...rule, patterns: [{ pattern: /^x-/, rule: anything }] } : rule
}

export function orNull(rule: Rule): Rule {
  return { ...rule, types: [...(rule.types ?? []), 'null'] }
}

/** Properties that exist from version 3.`first` on. */
export function since(first: number, minor: number, properties: Properties): Properties {
  return minor >= first ? properties : {}
}

/** Labels, environment and the like: `key=value` texts, or a mapping to text, number or nothing. Booleans are refused. */
export const listOrMapping: Rule = {
  oneOf: [{ ...keyed(/./, { types: ['string', 'number', 'null'] }), isClosed: true }, uniqueTexts],
}

/** Options of drivers, which have no null. */
export const driverOptions: Rule = keyed(/^.+$/, { types: ['string', 'number'] })
