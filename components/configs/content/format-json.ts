/** A string, a bracket or separator, or a run of anything else: a number, true, false, null. */
const token = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g

const indent = '  '

/**
 * Breaks JSON into lines without touching its tokens: large numbers keep their digits, keys their order, doubles stay
 * double. (JSON.parse and back would change all three.) Null for what is not JSON.
 */
export function formatJson(text: string): string | null {
  if (!isJson(text)) return null
  const lines: string[] = []
  let line = ''
  let depth = 0
  let last = ''
  const breakLine = () => {
    lines.push(line)
    line = indent.repeat(depth)
  }
  for (const [part] of text.matchAll(token)) {
    const isClosing = part === '}' || part === ']'
    if (isClosing) depth -= 1
    const isOpen = last === '{' || last === '['
    // An empty object or list stays on its line.
    if ((isOpen || isClosing || last === ',') && !(isOpen && isClosing)) breakLine()
    line += part === ':' ? ': ' : part
    if (part === '{' || part === '[') depth += 1
    last = part
  }
  return [...lines, line].join('\n')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
