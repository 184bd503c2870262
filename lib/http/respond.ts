import 'server-only'
import { originOf } from '@/lib/auth/origin'
import { commonHeaders, dataPolicy, transportSecurity } from './security-headers'

const headersOfData = { 'Cache-Control': 'no-store', 'Content-Security-Policy': dataPolicy, ...commonHeaders }

/** What a handler returned, as a Response: a Response as it is, nothing as 204, everything else as JSON. */
export function answer(value: unknown, request: Request): Response {
  const response = responseOf(value)
  for (const [name, content] of Object.entries(headersOfData)) {
    if (!response.headers.has(name)) response.headers.set(name, content)
  }
  if (originOf(request)?.startsWith('https:')) response.headers.set('Strict-Transport-Security', transportSecurity)
  return response
}

function responseOf(value: unknown): Response {
  if (value instanceof Response) return value
  return value === undefined ? new Response(null, { status: 204 }) : Response.json(value)
}
