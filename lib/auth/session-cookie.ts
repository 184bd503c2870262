import 'server-only'
import { originOf } from './origin'
import { sessionSeconds } from './sessions'

/**
 * With the prefix a browser takes the cookie only over https, for this host alone, and from nobody else on the same domain.
 * It refuses the prefix over plain http, which is for localhost, so there the name is another.
 */
const secureName = '__Host-skep-session'
const plainName = 'skep-session'

/** The session's token, which is all that a cookie holds. */
export function sessionTokenOf({ headers }: { headers: Headers }): string | null {
  const cookies = new Map(
    (headers.get('cookie') ?? '').split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name.trim(), value.join('=').trim()] as const
    }),
  )
  const isHttps = originOf({ headers })?.startsWith('https:')
  return cookies.get(secureName) || (!isHttps && cookies.get(plainName)) || null
}

/** Lives as long as the session can; the server ends it earlier when nobody uses it. */
export function startedSessionCookie(request: Request, token: string): string {
  return cookie(request, token, sessionSeconds)
}

export function endedSessionCookie(request: Request): string {
  return cookie(request, '', 0)
}

function cookie(request: Request, token: string, maxAgeSeconds: number): string {
  const isSecure = originOf(request)?.startsWith('https:')
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}`
  return isSecure ? `${secureName}=${token}; Secure; ${attributes}` : `${plainName}=${token}; ${attributes}`
}
