import { AppError } from '@/lib/errors/app-error'
import { errorFromProblem, isProblem } from '@/lib/errors/problem'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Options = { signal?: AbortSignal }

/**
 * Calls one of our routes with JSON and returns its answer. Throws the AppError that the server threw; `server_unreachable`
 * when no answer came. The caller names the type of the answer, as lib/contract has it. An abort throws as fetch does.
 */
export async function callApi<T = void>(
  method: Method,
  path: string,
  body?: unknown,
  options: Options = {},
): Promise<T> {
  const response = await send(method, path, body, options)
  const text = await response.text()
  if (!response.ok) throw errorFrom(text, response.status)
  // What the caller calls T is what the route of this path answers. An empty answer is null.
  const answer: T = JSON.parse(text || 'null')
  return answer
}

async function send(method: Method, path: string, body: unknown, { signal }: Options): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      signal,
      cache: 'no-store',
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new AppError('server_unreachable', {}, cause)
  }
}

function errorFrom(text: string, status: number): AppError {
  try {
    const problem: unknown = JSON.parse(text)
    if (isProblem(problem)) return errorFromProblem(problem)
  } catch {
    // Not JSON: the error page of a proxy in between.
  }
  return new AppError('unexpected', { status })
}
