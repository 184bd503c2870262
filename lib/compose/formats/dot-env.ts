/**
 * The variables of a `.env` file, as a shell or `docker compose` reads it: `export` and surrounding quotes go, a comment
 * ends an unquoted value, double quotes know \n and the like. Lines without `=` say nothing about a value.
 */
export function parseDotEnv(text: string): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [, name, quoted, plain] of text.replaceAll('\r\n', '\n').matchAll(assignment)) {
    if (name) variables[name] = quoted === undefined ? plainValue(plain ?? '') : quotedValue(quoted)
  }
  return variables
}

// A name, then a value in single or double quotes, which may have several lines, or whatever is left of the line.
const assignment =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(?:('[^']*'|"(?:\\[\s\S]|[^"\\])*")[ \t]*(?:#.*)?$|(.*)$)/gm

function plainValue(rest: string): string {
  return rest.replace(/(^|[ \t])#.*$/, '').trim()
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' }

function quotedValue(quoted: string): string {
  const inside = quoted.slice(1, -1)
  if (quoted.startsWith("'")) return inside
  return inside.replaceAll(/\\([\s\S])/g, (_all, letter: string) => escapes[letter] ?? letter)
}

/** Whether a file is called like one with variables: `.env`, `.env.production`, `production.env`. */
export function isDotEnv(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return /^\.env(\.|$)/.test(name) || /\.env$/.test(name)
}
