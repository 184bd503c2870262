/** Where in a YAML file something is being typed, found by indentation alone: half-typed files do not parse. */
export type YamlContext = {
  /** Keys from the top, `[]` for an item of a list. */
  path: string[]
  /** `entry`: a key, or an item of a list. `value`: what stands behind the last key of the path. */
  place: 'entry' | 'value'
  /** Whether the line begins with a dash. */
  isItem: boolean
  /** Where what is being typed begins, and what there is of it. */
  from: number
  typed: string
  /** The column of keys here. */
  column: number
  /** Keys that the mapping has besides. */
  siblings: string[]
}

type Line = { dashes: number[]; column: number; key: string | null; rest: string }

/** Null in comments, block texts and flow collections, where nothing is offered. */
export function contextAt(text: string, offset: number): YamlContext | null {
  const lines = text.slice(0, offset).split('\n')
  const present = lines.pop() ?? ''
  const line = readLine(present)
  if (/^\s*#|\s#|[{[][^}\]]*$/.test(present)) return null

  const parents = ancestors(lines, line)
  if (!parents) return null
  const isValue = line.key !== null
  const typed = isValue ? line.rest : present.slice(line.column)
  if (isValue && !/^\s/.test(line.rest)) return null
  return {
    path: isValue ? [...parents, line.key ?? ''] : parents,
    place: isValue ? 'value' : 'entry',
    isItem: line.dashes.length > 0,
    from: offset - typed.trimStart().length,
    typed: typed.trimStart(),
    column: line.column,
    siblings: isValue ? [] : siblingsOf(text, lines.length, line),
  }
}

/** `  - - key: rest`, with the column of each dash and of what follows them. */
function readLine(text: string): Line {
  const [, indent = '', marks = '', content = ''] = /^(\s*)((?:-(?:\s+|$))*)(.*)$/.exec(text) ?? []
  const dashes = [...marks.matchAll(/-/g)].map((dash) => indent.length + dash.index)
  const [, key, rest = ''] = /^("[^"]*"|'[^']*'|[^\s#'"{[][^:#]*?)\s*:(\s.*|)$/.exec(content) ?? []
  const bareKey = key?.replace(/^(["'])(.*)\1$/, '$2') ?? null
  return { dashes, column: indent.length + marks.length, key: bareKey, rest }
}

function ancestors(lines: readonly string[], present: Line): string[] | null {
  const path: string[] = []
  let level = present.column
  // A list may stand in the same column as its key.
  let isInList = false
  const enter = (dashes: readonly number[]) => {
    for (const dash of dashes.toReversed()) {
      if (dash >= level) continue
      path.unshift('[]')
      level = dash
      isInList = true
    }
  }
  enter(present.dashes)
  for (const text of lines.toReversed()) {
    if (level === 0 && !isInList) break
    if (/^\s*(#|$)/.test(text)) continue
    const line = readLine(text)
    const isParent = line.column < level || (isInList && line.dashes.length === 0 && line.column === level)
    if (isParent && line.key !== null) {
      if (/^\s+[|>]/.test(line.rest)) return null
      path.unshift(line.key)
      level = line.column
      isInList = false
    }
    enter(line.dashes)
  }
  return path
}

/** The keys of the same column around a line, as far as nothing further out comes between. */
function siblingsOf(text: string, lineIndex: number, present: Line): string[] {
  const lines = text.split('\n').map(readLine)
  const isOutside = (line: Line) => line.key !== null && line.column < present.column
  const above = present.dashes.length > 0 ? [] : untilOutside(lines.slice(0, lineIndex).toReversed(), isOutside)
  const below = untilOutside(lines.slice(lineIndex + 1), (line) => isOutside(line) || startsItem(line, present))
  return [...above, ...below].flatMap((line) => (line.key !== null && line.column === present.column ? [line.key] : []))
}

function startsItem(line: Line, present: Line): boolean {
  return line.dashes.some((dash) => dash < present.column)
}

function untilOutside(lines: readonly Line[], isOutside: (line: Line) => boolean): Line[] {
  const end = lines.findIndex(isOutside)
  return end === -1 ? [...lines] : lines.slice(0, end)
}
