export type Finding = { line: number /** The key, or the kind of key block. Never the value. */; what: string }

/** Enough to warn; nobody reads a list of a hundred. */
const maxFindings = 20

/** A warning is worth a moment, not a second of a large file. */
const maxLength = 200_000

const words = 'passw(?:or)?d|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credential'
const assignment = new RegExp(`["']?([\\w.-]*(?:${words})[\\w.-]*)["']?\\s*[:=]\\s*["']?([^\\s"',;}]+)`, 'gi')
const keyBlock = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----/
const credentialsInUrl = /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:([^\s:/@]+)@/i

/** A place to look for the value, or a switch: not the value itself. */
const reference = /^(?:\$|\{\{|%|<|\/run\/secrets\/|\/|(?:true|false|yes|no|null|none|\d{1,3})$)/i

/** Lines of a config that seem to hold a secret. Names where, never what. */
export function findSecrets(text: string): Finding[] {
  const findings: Finding[] = []
  for (const [index, line] of text.slice(0, maxLength).split('\n').entries()) {
    const what = secretIn(line)
    if (what !== null) findings.push({ line: index + 1, what })
    if (findings.length === maxFindings) break
  }
  return findings
}

function secretIn(line: string): string | null {
  const block = keyBlock.exec(line)
  if (block) return block[1] ?? null
  for (const [, key = '', value = ''] of line.matchAll(assignment)) {
    // `PASSWORD_FILE` names a path, and so does a value that is one.
    if (!/_(?:file|path)$/i.test(key) && !reference.test(value)) return key
  }
  const inUrl = credentialsInUrl.exec(line)
  return inUrl && !reference.test(inUrl[1] ?? '') ? 'URL' : null
}
