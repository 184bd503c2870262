import type { Draft } from './draft'

/** Words that names of passwords and keys have as a part of their own. */
const telling = /(^|_)(pass(word|wd|phrase)?|pwd|secret|token|key|credentials?|auth|dsn|private|api_?key)(_|$)/i

/** Whether a variable's value is masked and never kept: as a person said, or as its name suggests. */
export function isSensitive({ sensitivity }: Pick<Draft, 'sensitivity'>, name: string): boolean {
  return sensitivity[name] ?? telling.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'))
}
