export type Finding = { line: number /** The key, or the kind of key block. Never the value. */; what: string }

/** Enough to warn; nobody reads a list of a hundred. */
const maxFindings = 20

/** A warning is worth a moment, not a second of a large file. */
const maxLength = 200_000

const words = 'passw(?:or)?d|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credential'
const telling = new RegExp(words, 'i')
const assignment = /["']?([\w.-]+)["']?\s*[:=]\s*["']?([^\s"',;}]+)/g
const keyBlock = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----/
const credentialsInUrl = /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:([^\s:/@]+)@/i

/** What providers hand out is known by how it begins. */
const issued =
  /^(?:AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|sk_live_\w{16,}|xox[abpr]-[\w-]{20,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+)$/

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
  for (const [, key = '', value = ''] of line.matchAll(assignment)) if (isSecret(key, value)) return key
  const inUrl = credentialsInUrl.exec(line)
  return inUrl && !reference.test(inUrl[1] ?? '') ? 'URL' : null
}

/** Whether what is assigned to this name is a secret, as far as its name or its looks tell. */
export function isSecret(key: string, value: string): boolean {
  // `PASSWORD_FILE` names a path, and so does a value that is one.
  if (value === '' || /_(?:file|path)$/i.test(key) || reference.test(value)) return false
  return telling.test(key) || issued.test(value) || isRandom(value)
}

/**
 * Long, of capitals, small letters and digits without any order: nobody wrote that by hand. Hashes, digests and ids, which
 * are of hexadecimal digits alone, are no secrets; nor is a path or a name, which has less disorder.
 */
function isRandom(value: string): boolean {
  if (!/^[A-Za-z0-9+/_-]{24,200}={0,2}$/.test(value) || value.includes('//')) return false
  // Of 64 characters ten are digits; names with a number in them have fewer.
  const isMixed = /[a-z]/.test(value) && /[A-Z]/.test(value) && (value.match(/\d/g) ?? []).length >= value.length / 8
  return isMixed && disorder(value) >= leastDisorder && !/^[A-Za-z]+(?:[-_/][A-Za-z0-9]+)+$/.test(value)
}

/** Bits for each character: 24 random ones of base64 have about 4.3, words and paths below 4. */
const leastDisorder = 4.1

function disorder(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0)
}
