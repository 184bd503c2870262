// @ts-check

/** A failure that a person can do something about: one sentence on what happened, one on what to do next. */
export class SandboxError extends Error {
  name = 'SandboxError'

  /**
   * @param {string} message
   * @param {string} [hint]
   */
  constructor(message, hint) {
    super(message)
    this.hint = hint
  }
}
