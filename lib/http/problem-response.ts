import 'server-only'
import { randomUUID } from 'node:crypto'
import { createTranslator } from 'use-intl/core'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { messageValues } from '@/lib/errors/message-values'
import type { Problem } from '@/lib/errors/problem'
import { log } from '@/lib/log'
import messages from '@/messages/en.json'

/**
 * RFC 9457, in English for machines; pages render the code in the reader's language. What is not an AppError is a bug: its
 * whole story goes to the log under an id, and the id is all that leaves the house.
 */
export function problemResponse(error: unknown, where: { method: string; path: string }): Response {
  if (isAppError(error)) return responseOf(error)
  const id = randomUUID()
  log().error({ err: error, id, ...where }, 'a request ended in an unexpected error')
  return responseOf(new AppError('unexpected'), id)
}

const t = createTranslator<typeof messages, 'errors'>({ locale: 'en', namespace: 'errors', messages })

function responseOf({ code, params, status }: AppError, id?: string): Response {
  const values = messageValues(params)
  const problem: Problem = {
    type: `urn:skep:problem:${code}`,
    title: t(`${code}.title`, values),
    detail: t(`${code}.hint`, values),
    status,
    code,
    params,
    ...(id && { id }),
  }
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' }
  if (code === 'too_many_requests') headers['Retry-After'] = String(params.seconds ?? 60)
  return new Response(JSON.stringify(problem), { status, headers })
}
