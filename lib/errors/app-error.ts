import { type ErrorCode, statusByCode } from './codes'

/** What a message needs to be rendered. Never a secret's value, never an environment value. */
export type Params = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Tells our digests from those that Next makes. */
export const digestMark = 'skep:'

/** A failure that we can explain. The screen renders message and hint from `messages/` by code and parameters. */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: ErrorCode,
    readonly params: Params = {},
    cause?: unknown,
  ) {
    super(code, { cause })
  }

  get status(): number {
    return statusByCode[this.code]
  }

  /**
   * Next sends a server component's error to the browser as its `digest` alone; message and fields stay behind. With this
   * one the error page can still say what happened; see digest.ts.
   */
  get digest(): string {
    return digestMark + JSON.stringify({ code: this.code, params: this.params })
  }
}

/** Tests the name, because the bundler may load this module several times, and `instanceof` then answers false. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error && 'params' in error
}
