export type ShellWords = { words: string[] } | { problem: 'open_quote' | 'open_escape' }

/**
 * Splits a command into words: both quotes, a backslash that escapes any character outside of single quotes, comments.
 * No variables, globs or operators. Source: google/shlex.
 */
export function splitShellWords(text: string): ShellWords {
  const words: string[] = []
  let word: string | null = null
  let quote: '"' | "'" | null = null
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (quote !== null && character === quote) quote = null
    else if (character === '\\' && quote !== "'") {
      index += 1
      if (index >= text.length) return { problem: 'open_escape' }
      word = (word ?? '') + text[index]
    } else if (quote !== null) word += character
    else if (character === '"' || character === "'") {
      quote = character
      word ??= ''
    } else if (character === '#' && word === null) {
      const end = text.indexOf('\n', index)
      if (end === -1) break
      index = end
    } else if (/[ \t\r\n]/.test(character)) {
      if (word !== null) words.push(word)
      word = null
    } else word = (word ?? '') + character
  }
  if (quote !== null) return { problem: 'open_quote' }
  if (word !== null) words.push(word)
  return { words }
}
