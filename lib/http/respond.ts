import 'server-only'
import { originOf } from '@/lib/auth/origin'

/** Answers of the API are data: a browser is to store, frame, guess at, share and run nothing of them. */
const headersOfEveryAnswer = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export const transportSecurity = 'max-age=31536000'

/** What a handler returned, as a Response: a Response as it is, nothing as 204, everything else as JSON. */
export function answer(value: unknown, request: Request): Response {
  const response =
    value instanceof Response ? value : value === undefined ? new Response(null, { status: 204 }) : Response.json(value)
  for (const [name, content] of Object.entries(headersOfEveryAnswer)) {
    if (!response.headers.has(name)) response.headers.set(name, content)
  }
  if (originOf(request)?.startsWith('https:')) response.headers.set('Strict-Transport-Security', transportSecurity)
  return response
}
