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

/**
 * Says it as a person reads it, without a stack; anything else is thrown on. Returns the exit code.
 * @param {unknown} error
 */
export function tellSandboxError(error) {
  if (!(error instanceof SandboxError)) throw error
  console.error(error.message)
  if (error.hint) console.error(error.hint)
  return 1
}
