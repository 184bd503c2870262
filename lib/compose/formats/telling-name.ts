/** Words that names of passwords and keys have as a part of their own. */
const telling = /(^|_)(pass(word|wd|phrase)?|pwd|secret|token|key|credentials?|auth|dsn|private|api_?key)(_|$)/i

/** Whether a variable's name suggests that its value is nobody's business. */
export function isTellingName(name: string): boolean {
  return telling.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'))
}
