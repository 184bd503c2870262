/** What Go counts as white space. U+0085 is none to JavaScript, and a byte order mark none to Go. */
const space = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const leading = new RegExp(`^${space}+`)

/** Source: Go, strings.TrimSpace. */
export function trimSpace(text: string): string {
  const from = trimStart(text)
  let end = from.length
  while (end > 0 && leading.test(from.slice(end - 1, end))) end -= 1
  return from.slice(0, end)
}

export function trimStart(text: string): string {
  return text.replace(leading, '')
}

/** Letter by letter: one that has no capital letter of its own, such as ß, stays. Source: Go, strings.ToUpper. */
export function upperCase(text: string): string {
  return text.replaceAll(/\p{Lower}/gu, (letter) => {
    const upper = letter.toUpperCase()
    return upper.length > letter.length ? letter : upper
  })
}
