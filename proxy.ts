import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { assertOurHost, originOf } from '@/lib/auth/origin'
import { pathHeader } from '@/lib/auth/path-header'
import { problemResponse } from '@/lib/http/problem-response'
import { answer } from '@/lib/http/respond'
import { commonHeaders, pagePolicy, transportSecurity } from '@/lib/http/security-headers'

/**
 * Runs before everything that Next serves, and gives it headers. It decides nothing about who may do what: it has been
 * possible to get around it, so that is asked next to the data, by endpoint() and requireUser().
 */
export function proxy(request: NextRequest): Response {
  try {
    assertOurHost(request)
  } catch (error) {
    return answer(problemResponse(error, { method: request.method, path: request.nextUrl.pathname }), request)
  }
  const policy = pagePolicy(randomBytes(16).toString('base64'), process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set('Content-Security-Policy', policy)
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, content] of Object.entries(commonHeaders)) response.headers.set(name, content)
  if (originOf(request)?.startsWith('https:')) response.headers.set('Strict-Transport-Security', transportSecurity)
  // Routes of the API say for themselves what their data may do.
  if (!request.nextUrl.pathname.startsWith('/api/')) response.headers.set('Content-Security-Policy', policy)
  return response
}
