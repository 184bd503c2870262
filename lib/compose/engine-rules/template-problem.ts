export type TemplateProblem = {
  problem: 'unclosed' | 'unknown_field' | 'unknown_label' | 'unknown_word' | 'empty'
  word: string
}

/** What a task tells about itself. Source: moby/swarmkit, template/context.go. */
const fields =
  /^\.(?:Service(?:\.(?:ID|Name|Labels))?|Node(?:\.(?:ID|Hostname|Platform(?:\.(?:Architecture|OS))?))?|Task(?:\.(?:ID|Name|Slot))?)?$/

/** `join` is swarmkit's; the others are Go's own. */
const functions = new Set(
  'join and eq ge gt html index js le len lt ne not or print printf println slice urlquery true false'.split(' '),
)

/**
 * Why the engine could not fill in a template, as far as can be told without filling it in; null if nothing is found.
 * Within control structures only their beginning and end are looked at, since the dot means something else there.
 */
export function templateProblem(text: string): TemplateProblem | null {
  let depth = 0
  let hasControl = false
  for (let offset = text.indexOf('{{'); offset !== -1; ) {
    const end = endOfAction(text, offset + 2)
    if (end === -1) return { problem: 'unclosed', word: text.slice(offset, offset + 20) }
    const action = text.slice(offset + 2, end)
    const [, keyword = ''] = /^-?\s*(if|else|end|range|with|define|template|block|break|continue)\b/.exec(action) ?? []
    if ((keyword === 'end' || keyword === 'else') && depth === 0) return { problem: 'unknown_word', word: keyword }
    if (keyword === 'template' && !text.includes('{{define')) return { problem: 'unknown_word', word: keyword }
    if (keyword === 'end') depth -= 1
    else if (['if', 'range', 'with', 'define', 'block'].includes(keyword)) depth += 1
    hasControl ||= keyword !== ''
    const problem = hasControl ? null : actionProblem(action)
    if (problem) return problem
    offset = text.indexOf('{{', end + 2)
  }
  return depth > 0 ? { problem: 'unclosed', word: text.slice(0, 20) } : null
}

/** Where the braces are that end an action, not counting those within a string; -1 if there are none. */
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
  if (/^-?\s*\/\*/.test(action)) return null
  // Strings say nothing that could be unknown.
  const bare = action
    .replaceAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'/g, ' "" ')
    .replaceAll(/^-(?=\s)|\s-$/g, '')
  const words = bare.split(/[\s()|,]+/).filter((word) => word !== '')
  if (words.length === 0) return { problem: 'empty', word: '' }
  for (const word of words) {
    const problem = wordProblem(word)
    if (problem) return { problem, word }
  }
  return null
}

function wordProblem(word: string): TemplateProblem['problem'] | null {
  // The engine tries the template on a service without labels, in which a field by name is a mistake.
  if (word.startsWith('.Service.Labels.')) return 'unknown_label'
  if (word.startsWith('.')) return fields.test(word) ? null : 'unknown_field'
  if (/^(?:""|:?=|\$\w*(?:\.\w+)*|[-+]?\d[\w.]*)$/.test(word)) return null
  return functions.has(word) ? null : 'unknown_word'
}
