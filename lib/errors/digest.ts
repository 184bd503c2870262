import { AppError, digestMark, type Params } from './app-error'
import { isErrorCode } from './codes'

/** The AppError that a digest was made from; null for the digests that Next makes for all other errors. */
export function errorFromDigest(digest: string | undefined): AppError | null {
  if (!digest?.startsWith(digestMark)) return null
  try {
    const { code, params }: { code?: unknown; params?: Params } = JSON.parse(digest.slice(digestMark.length))
    return isErrorCode(code) ? new AppError(code, params) : null
  } catch {
    return null
  }
}
