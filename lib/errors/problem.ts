import { AppError, type Params } from './app-error'
import { type ErrorCode, isErrorCode } from './codes'

/** RFC 9457 `application/problem+json`, with our code and parameters beside the English text for machines. */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  code: ErrorCode
  params: Params
  /** Names the log line that has the whole story. */
  id?: string
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && isErrorCode(value.code)
}

/** The same AppError that was thrown on the server. */
export function errorFromProblem(problem: Problem): AppError {
  return new AppError(problem.code, problem.id ? { ...problem.params, id: problem.id } : problem.params)
}
