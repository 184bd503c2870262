import { jsonLanguage } from '@codemirror/lang-json'
import { xmlLanguage } from '@codemirror/lang-xml'
import type { LRLanguage } from '@codemirror/language'
import { parse as parseToml, TomlError } from 'smol-toml'
import { LineCounter, parseAllDocuments } from 'yaml'
import type { ContentFormat } from '@/lib/contract/data-objects'

/** The first place at which a text stops being what its format asks for. Lines and columns start at 1. */
export type FormatProblem = { line: number; column: number }

/** Null where nothing is wrong, and for formats that have no grammar here. A warning, never a reason to refuse. */
export function checkFormat(format: ContentFormat, text: string): FormatProblem | null {
  if (format === 'json') return isJson(text) ? null : (firstError(jsonLanguage, text) ?? { line: 1, column: 1 })
  if (format === 'xml') return firstXmlError(text)
  if (format === 'yaml') return firstYamlError(text)
  if (format === 'toml') return firstTomlError(text)
  return null
}

/** The editor's grammar forgives a little, so it only says where, not whether. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function firstError(language: LRLanguage, text: string): FormatProblem | null {
  let position: number | null = null
  language.parser.parse(text).iterate({
    enter(node) {
      if (position === null && (node.type.isError || wrongTags.has(node.name))) position = node.from
      return position === null
    },
  })
  return position === null ? null : placeOf(text, position)
}

/** The grammar takes them for a part of the document: a tag closed by another name, and one that is never closed. */
const wrongTags = new Set(['MismatchedCloseTag', 'MissingCloseTag'])

/** A document has one element around everything, which the grammar does not mind. */
function firstXmlError(text: string): FormatProblem | null {
  const { firstChild } = xmlLanguage.parser.parse(text).topNode
  const outside: number[] = []
  let isWithinOne = false
  for (let node = firstChild; node; node = node.nextSibling) {
    const isElement = node.name === 'Element'
    if (isElement ? isWithinOne : node.name === 'Text' && text.slice(node.from, node.to).trim() !== '')
      outside.push(node.from)
    isWithinOne ||= isElement
  }
  return firstError(xmlLanguage, text) ?? (outside[0] === undefined ? null : placeOf(text, outside[0]))
}

function firstYamlError(text: string): FormatProblem | null {
  const lineCounter = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter, prettyErrors: false })
  const position = documents.flatMap((document) => document.errors).at(0)?.pos[0]
  if (position === undefined) return null
  const { line, col } = lineCounter.linePos(position)
  return { line, column: col }
}

function firstTomlError(text: string): FormatProblem | null {
  try {
    parseToml(text)
    return null
  } catch (error) {
    if (error instanceof TomlError) return { line: error.line, column: error.column }
    throw error
  }
}

function placeOf(text: string, position: number): FormatProblem {
  const before = text.slice(0, position).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
