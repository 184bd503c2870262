/** How the versions of one family are told apart; `text` is what stands behind the separator. */
export type VersionMark =
  | { style: 'number'; separator: string; prefix: string; value: number; width: number }
  | { style: 'date'; separator: string; text: string }
  | { style: 'hash'; separator: string; length: number }

export type VersionName = { base: string; mark: VersionMark | null }

const lastPart = /^(.*[a-zA-Z0-9])([_.-])([a-zA-Z0-9]+)$/
const dashedDate = /^(.*[a-zA-Z0-9])([_.-])(\d{4}-\d{2}-\d{2})$/

/**
 * Splits a name into its family and what marks the version. These are the ways in which people version by hand or by
 * script: `_v2`, `-3`, `.2`, a date with or without time, the beginning of a hash (stack deployers use 6 to 64 digits).
 */
export function parseVersionName(name: string): VersionName {
  const [, dayBase, daySeparator, day] = dashedDate.exec(name) ?? []
  if (dayBase && daySeparator && day) {
    return { base: dayBase, mark: { style: 'date', separator: daySeparator, text: day } }
  }
  const [, base, separator, text] = lastPart.exec(name) ?? []
  const mark = separator && text ? markOf(separator, text) : null
  return base && mark ? { base, mark } : { base: name, mark: null }
}

function markOf(separator: string, text: string): VersionMark | null {
  if (/^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\d{4}|\d{6})?$/.test(text)) {
    return { style: 'date', separator, text }
  }
  const [, prefix, digits] = /^(v?)(\d{1,6})$/i.exec(text) ?? []
  if (digits) return { style: 'number', separator, prefix: prefix ?? '', value: Number(digits), width: digits.length }
  // Digits and letters both: `facade` is a word, and a number of many digits is a time or a serial number.
  const isHash = /^[0-9a-f]{6,64}$/.test(text) && /\d/.test(text) && /[a-f]/.test(text)
  return isHash ? { style: 'hash', separator, length: text.length } : null
}
