import { type Branch, isBranch, type Tree } from './tree'
import { literalLines, writeFlow, writeKey, writePrinted, writeText } from './write-scalar'

/** Beyond this a list on one line is hard to read. */
const longestFlow = 100

/** A mapping as YAML in block style, indented by two more spaces for each level, ending with a line break. */
export function writeYaml(root: Branch, depth = 0): string {
  const pad = '  '.repeat(depth)
  return linesOfBranch(root)
    .map((line) => (line === '' ? '\n' : `${pad}${line}\n`))
    .join('')
}

function linesOfBranch(branch: Branch): string[] {
  return [...branch].flatMap(([key, tree]) => linesAfter(`${writeKey(key)}:`, tree))
}

function linesOfList(items: readonly Tree[]): string[] {
  return items.flatMap((item) => {
    if (!isBranch(item) || item.size === 0) return linesAfter('-', item)
    const [first = '', ...rest] = linesOfBranch(item)
    return [`- ${first}`, ...indented(rest)]
  })
}

/** What follows a key or the dash of a list, on its line or below. */
function linesAfter(head: string, tree: Tree): string[] {
  if (tree === null) return [head]
  if (typeof tree === 'number' || typeof tree === 'boolean') return [`${head} ${tree}`]
  if (typeof tree === 'string') return linesOfText(head, tree, writeText)
  if (isBranch(tree)) return tree.size === 0 ? [`${head} {}`] : [head, ...indented(linesOfBranch(tree))]
  if ('printed' in tree) return linesOfText(head, tree.printed, writePrinted)
  if ('verbatim' in tree) return [`${head} ${tree.verbatim}`]
  if ('flow' in tree) return linesOfFlow(head, tree.flow)
  return tree.length === 0 ? [`${head} []`] : [head, ...indented(linesOfList(tree))]
}

function linesOfText(head: string, text: string, write: (text: string) => string): string[] {
  const literal = literalLines(text)
  return literal ? [`${head} ${literal.header}`, ...indented(literal.lines)] : [`${head} ${write(text)}`]
}

function linesOfFlow(head: string, texts: readonly string[]): string[] {
  const line = writeFlow(texts)
  const isShort = line.length <= longestFlow && !texts.some((text) => text.includes('\n'))
  return isShort || texts.length === 0 ? [`${head} ${line}`] : [head, ...indented(linesOfList(texts))]
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`))
}
