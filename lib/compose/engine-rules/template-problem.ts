export type TemplateProblem = { problem: 'unclosed' | 'unknown_field' | 'unknown_function' | 'empty'; word: string }

/** What a task tells about itself; a label may be any. Source: moby/swarmkit, template/context.go. */
const fields =
  /^\.(?:Service(?:\.(?:ID|Name|Labels(?:\.\w+)*))?|Node(?:\.(?:ID|Hostname|Platform(?:\.(?:Architecture|OS))?))?|Task(?:\.(?:ID|Name|Slot))?)?$/

/** `join` is swarmkit's; the others are Go's own. */
const functions = new Set(
  'join and call eq ge gt html index js le len lt ne not or print printf println slice urlquery true false nil'.split(
    ' ',
  ),
)

const control = /^-?\s*(?:if|else|end|range|with|define|template|block|break|continue)\b/

/**
 * Why the engine could not fill in a template, as far as can be told without filling it in; null if nothing is found.
 * Control structures are not looked into, since the dot means something else within them.
 */
export function templateProblem(text: string): TemplateProblem | null {
  let offset = text.indexOf('{{')
  while (offset !== -1) {
    const end = endOfAction(text, offset + 2)
    if (end === -1) return { problem: 'unclosed', word: text.slice(offset, offset + 20) }
    const action = text.slice(offset + 2, end)
    if (control.test(action)) return null
    const problem = actionProblem(action)
    if (problem) return problem
    offset = text.indexOf('{{', end + 2)
  }
  return null
}

/** Where `}}` is, not counting one within a string. A line break ends a quoted string, and with it the template. */
function endOfAction(text: string, start: number): number {
  let quote = ''
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (quote !== '') {
      if (character === '\\' && quote !== '`') at += 1
      else if (character === quote) quote = ''
    } else if (character === '"' || character === '`' || character === "'") quote = character
    else if (character === '}' && text[at + 1] === '}') return at
  }
  return -1
}

function actionProblem(action: string): TemplateProblem | null {
  // Comments and strings say nothing that could be unknown.
  const bare = action.replaceAll(/\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'/g, ' "" ')
  const words = bare.split(/[\s()|,]+/).filter((word) => word !== '' && word !== '-')
  if (words.length === 0) return { problem: 'empty', word: '' }
  for (const word of words) {
    if (word.startsWith('.') && !fields.test(word)) return { problem: 'unknown_field', word }
    if (/^[A-Za-z_]\w*$/.test(word) && !functions.has(word)) return { problem: 'unknown_function', word }
  }
  return null
}
